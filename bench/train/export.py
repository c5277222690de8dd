"""Writes a fitted model as the arrays of src/score/model.h: to a file for the trainer's tools, as C
for the build."""
import numpy as np

MAGIC = b"pithmdl3"
N_CALIBRATION = 11


def no_tokens():
    return token_arrays(np.zeros(0, np.uint32), np.zeros((0, 3)), 0.0)


def token_arrays(hashes, weights, bias, most=65535):
    """The hashes with the largest weights, ascending."""
    if len(hashes) > most:
        kept = np.sort(np.argsort(-np.abs(weights).max(axis=1))[:most])
        hashes, weights = hashes[kept], weights[kept]
    scale = 32767 / max(1e-6, float(np.abs(weights).max())) if len(hashes) else 1.0
    scale = np.float32(min(scale, 4096.0))
    first = np.searchsorted(hashes >> 24, np.arange(257)).astype(np.uint16)
    return dict(hashes=hashes.astype(np.uint32), weights=np.round(weights * scale).astype(np.int16).reshape(-1, 3),
                first=first, scale=scale, bias=np.float32(bias))


def walk(tree, depth, place, put_node, put_leaf):
    """Calls put_node and put_leaf for each place of the complete tree; a leaf higher up fills all
    places below it."""
    if "leaf" in tree:
        if depth == 0:
            put_leaf(place, tree["leaf"])
        else:
            for side in (1, 2):
                walk(tree, depth - 1, 2 * place + side, put_node, put_leaf)
        return
    put_node(place, tree["split"], np.float32(tree["split_condition"]))
    by_id = {child["nodeid"]: child for child in tree["children"]}
    walk(by_id[tree["yes"]], depth - 1, 2 * place + 1, put_node, put_leaf)
    walk(by_id[tree["no"]], depth - 1, 2 * place + 2, put_node, put_leaf)


def forest_arrays(trees, n_features, depth):
    """Complete trees with the features' cuts collected; "f12" is feature 12."""
    n_nodes = 2**depth - 1
    splits, leaves = [], np.zeros((len(trees), n_nodes + 1))
    for t, tree in enumerate(trees):
        walk(tree, depth, 0,
             lambda place, split, cut: splits.append((t, place, int(split[1:]), cut)),
             lambda place, leaf: leaves.__setitem__((t, place - n_nodes), leaf))
    cuts = [sorted({cut for _, _, f, cut in splits if f == feature}) for feature in range(n_features)]
    first_cut = np.cumsum([0] + [len(c) for c in cuts])
    assert first_cut[-1] < 65535
    nodes = np.zeros((len(trees), n_nodes), np.uint16)
    number_of = [{cut: 1 + first + k for k, cut in enumerate(c)} for first, c in zip(first_cut, cuts)]
    for t, place, feature, cut in splits:
        nodes[t, place] = number_of[feature][cut]
    scale = np.float32(32767 / max(1e-6, np.abs(leaves).max()))
    return dict(cuts=np.array([c for cs in cuts for c in cs], np.float32),
                first_cut=first_cut.astype(np.uint16),
                nodes=nodes.reshape(-1), leaves=np.round(leaves * scale).astype(np.int16).reshape(-1),
                n_features=n_features, n_trees=len(trees), depth=depth, scale=scale, bias=np.float32(0))


def names_hash(names):
    """FNV-1a over the features' names in their order, each followed by a NUL, as in
    bench/train/model_file.c."""
    found = 2166136261
    for byte in b"".join(name.encode() + b"\0" for name in names):
        found = (found ^ byte) * 16777619 & 0xFFFFFFFF
    return found


def write_file(path, model):
    """The format that bench/train/model_file.c reads."""
    def number(n):
        return np.uint32(n).tobytes()

    def array(a):
        raw = np.ascontiguousarray(a).tobytes()
        return raw + b"\0" * (-len(raw) % 4)

    out = [MAGIC, *map(number, model["versions"]), *map(number, map(names_hash, model["names"]))]
    for name in ("tokens", "words"):
        t = model[name]
        out += [number(len(t["hashes"])), t["scale"].tobytes(), t["bias"].tobytes(), array(t["hashes"]),
                array(t["weights"]), array(t["first"])]
    for name in ("block", "neighborhood"):
        f = model[name]
        out += [number(f["n_features"]), number(f["n_trees"]), number(f["depth"]), number(len(f["cuts"])),
                f["scale"].tobytes(), f["bias"].tobytes(), array(f["cuts"]), array(f["first_cut"]),
                array(f["nodes"]), array(f["leaves"])]
    out.append(array(np.asarray(model["calibration"], np.float32)))
    with open(path, "wb") as f:
        f.write(b"".join(out))


def c_float(x):
    text = np.format_float_scientific(np.float32(x), unique=True)
    return text.replace("e+00", "") + "f"


def c_array(kind, name, values, per_line=24, show=str):
    values = list(values) or [0]
    lines = [", ".join(map(show, values[i : i + per_line])) for i in range(0, len(values), per_line)]
    return f"static const {kind} {name}[] = {{\n" + ",\n".join(lines) + "};\n"


def assert_places(prefix, names, version, command="make model"):
    """Makes the compiler check the numbers of features in the trees against the current enum."""
    lines = [f'_Static_assert({prefix}_VERSION == {version}, "trained on version {version}: run {command}");\n',
             f'_Static_assert({prefix}_N == {len(names)}, "trained on {len(names)} features: run {command}");\n']
    return "".join(lines + [f'_Static_assert({prefix}_{name} == {i}, "");\n' for i, name in enumerate(names)])


def write_c(path, name, model, provenance):
    """src/generated/model_NAME.inc: the arrays, then `const struct model MODEL_NAME`."""
    low = name.lower()
    parts = ["/* Generated by `make model`; do not edit.\n" + "".join(f" * {l}\n" for l in provenance) + " */\n"]
    parts += [assert_places(*a) for a in zip(("FEATURE", "NEIGHBORHOOD"), model["names"], model["versions"])]
    fields = []
    for kind in ("tokens", "words"):
        t, prefix = model[kind], f"{low}_{kind}"
        weights = ["{" + ", ".join(map(str, w)) + "}" for w in t["weights"].tolist()] or ["{0, 0, 0}"]
        parts.append(c_array("uint32_t", f"{prefix}_hashes", t["hashes"].tolist(), 12, lambda h: f"{h}u"))
        parts.append(f"static const int16_t {prefix}_weights[][MODEL_N_RANGES] = {{\n" +
                     ",\n".join(", ".join(weights[i : i + 8]) for i in range(0, len(weights), 8)) + "};\n")
        parts.append(c_array("uint16_t", f"{prefix}_first", t["first"].tolist()))
        fields.append(f"    .{kind} = {{{prefix}_hashes, {prefix}_weights, {prefix}_first, {len(t['hashes'])},\n"
                      f"               {c_float(t['scale'])}, {c_float(t['bias'])}}},\n")
    forests = []
    for stage in ("block", "neighborhood"):
        f, prefix = model[stage], f"{low}_{stage}"
        parts.append(c_array("float", f"{prefix}_cuts", f["cuts"].tolist(), 8, c_float))
        parts.append(c_array("uint16_t", f"{prefix}_first_cut", f["first_cut"].tolist()))
        parts.append(c_array("uint16_t", f"{prefix}_nodes", f["nodes"].tolist()))
        parts.append(c_array("int16_t", f"{prefix}_leaves", f["leaves"].tolist(), 16))
        forests.append(f"    .{stage} = {{{prefix}_cuts, {prefix}_first_cut, {prefix}_nodes, {prefix}_leaves,\n"
                       f"               {f['n_features']}, {f['n_trees']}, {f['depth']}, {c_float(f['scale'])}, {c_float(f['bias'])}}},\n")
    calibration = ", ".join(map(c_float, model["calibration"]))
    parts.append(f"const struct model MODEL_{name} = {{\n" + "".join(fields + forests) +
                 f"    .calibration = {{{calibration}}},\n"
                 f"    .feature_version = {model['versions'][0]},\n    .neighborhood_version = {model['versions'][1]}}};\n")
    with open(path, "w") as f:
        f.write("\n".join(parts))


def size_bytes(model):
    """The size of the tables in the program."""
    arrays = [model[kind][k] for kind in ("tokens", "words") for k in ("hashes", "weights", "first")]
    for stage in ("block", "neighborhood"):
        arrays += [model[stage][k] for k in ("cuts", "first_cut", "nodes", "leaves")]
    return sum(a.nbytes for a in arrays)
