"""The weights of pairs of lines that src/metadata/dump/dump_choice.c adds up, and the likelihoods that it computes."""
import numpy as np
import scipy.optimize

N_ROLES = 3
MOST = 8  # lines per role that are chosen from
FIRST = np.array([-32768, -40, -20, -10, -6, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 7, 11, 21, 41])  # the least distance of each step
N_STEPS = len(FIRST)
ROLES = ((0, 1), (0, 2), (1, 2))  # of each pair
N_WEIGHTS = 2 * N_ROLES + len(ROLES) * N_STEPS
L2 = 2.0  # pulls the weights to those of roles that know nothing of each other


class Field:
    """The likeliest lines of each role on each page, "no line" last, and the steps between each two of them."""

    def __init__(self, blocks, odds):
        n, most = len(odds), MOST + 1
        self.lines = np.full((n, N_ROLES, most), -1)
        self.odds = np.zeros((n, N_ROLES, most))
        at = np.zeros((n, N_ROLES, most), np.int64)
        for page, own in enumerate(odds):
            for role in range(N_ROLES):
                best = np.argsort(-own[:, role], kind="stable")[:MOST]
                self.lines[page, role, : len(best)] = best
                self.odds[page, role, : len(best)] = own[best, role]
                at[page, role, : len(best)] = blocks[page][best]
        self.is_line = self.lines >= 0
        self.exists = self.is_line.copy()
        self.exists[:, :, MOST] = True
        self.steps = []
        for a, b in ROLES:
            step = np.searchsorted(FIRST, at[:, b, None, :] - at[:, a, :, None], side="right") - 1
            both = self.is_line[:, a, :, None] & self.is_line[:, b, None, :]
            self.steps.append(np.where(both, step, N_STEPS))

    def scores(self, weights):
        """The score of each choice: pages by headlines by bylines by datelines."""
        own = self.odds * weights[None, :N_ROLES, None]
        own[:, :, MOST] = weights[N_ROLES : 2 * N_ROLES]
        own = np.where(self.exists, own, -1e9)
        scores = own[:, 0, :, None, None] + own[:, 1, None, :, None] + own[:, 2, None, None, :]
        steps = np.concatenate([weights[2 * N_ROLES :].reshape(-1, N_STEPS), np.zeros((len(ROLES), 1))], axis=1)
        pairs = [steps[k][self.steps[k]] for k in range(len(ROLES))]
        return scores + pairs[0][:, :, :, None] + pairs[1][:, :, None, :] + pairs[2][:, None, :, :]

    def gradient(self, p):
        """How the sum of the scores, each times its p, depends on the weights."""
        of_role = [p.sum(axis=(2, 3)), p.sum(axis=(1, 3)), p.sum(axis=(1, 2))]
        out = [(m[:, :MOST] * self.odds[:, r, :MOST]).sum() for r, m in enumerate(of_role)]
        out += [m[:, MOST].sum() for m in of_role]
        for k, m in enumerate((p.sum(axis=3), p.sum(axis=2), p.sum(axis=1))):
            out += list(np.bincount(self.steps[k].ravel(), m.ravel(), N_STEPS + 1)[:N_STEPS])
        return np.array(out)


def normalize(scores):
    """The likelihoods of a page's choices, and the logarithm of their sum before that."""
    most = scores.max(axis=(1, 2, 3), keepdims=True)
    e = np.exp(scores - most)
    all_of_page = e.sum(axis=(1, 2, 3), keepdims=True)
    return e / all_of_page, (most + np.log(all_of_page)).ravel()


def right_choices(field, labels, known):
    """Which choices are right: any, as far as a truth is unknown or its line is not among the likeliest."""
    right = np.zeros(field.odds.shape)
    for page, own in enumerate(labels):
        for role in range(N_ROLES):
            lines = field.lines[page, role]
            if known[page][role] and own[:, role].any():
                right[page, role] = np.where(lines >= 0, own[lines, role], 0)
            elif known[page][role]:
                right[page, role, MOST] = 1
            if not right[page, role].any():
                right[page, role] = 1
    right = right > 0
    return right[:, 0, :, None, None] & right[:, 1, None, :, None] & right[:, 2, None, None, :]


def fit(blocks, odds, labels, known):
    """The weights that make the right choices likeliest. The odds of a page must come from forests that have not
    seen its site."""
    field = Field(blocks, odds)
    wrong = np.where(right_choices(field, labels, known), 0, -1e9)
    start = np.zeros(N_WEIGHTS)
    start[:N_ROLES] = 1

    def loss(weights):
        scores = field.scores(weights)
        p, log_all = normalize(scores)
        p_right, log_right = normalize(scores + wrong)
        off = weights - start
        return (log_all - log_right).sum() + L2 / 2 * off @ off, field.gradient(p - p_right) + L2 * off

    return scipy.optimize.minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 60}).x.astype(np.float32)


def likelihoods(weights, blocks, odds):
    """For each page, its lines by roles, as in src/metadata/dump/dump_choice.c."""
    field = Field(blocks, odds)
    p, _ = normalize(field.scores(weights.astype(float)))
    of_role = [p.sum(axis=(2, 3)), p.sum(axis=(1, 3)), p.sum(axis=(1, 2))]
    found = [np.zeros(own.shape, np.float32) for own in odds]
    for page, own in enumerate(found):
        for role in range(N_ROLES):
            lines = field.lines[page, role]
            own[lines[lines >= 0], role] = of_role[role][page][lines >= 0]
    return found
