"""Plots as SVG: drawn in user units for a phone's width and scaled up from there; colours are CSS
variables of the page, so that they follow its light or dark scheme."""
import html, math

WIDTH = 480


def esc(text):
    return html.escape(str(text), quote=True)


def colour(index):
    return "var(--c%d)" % (index % 8)


class Plot:
    """An SVG under construction."""

    def __init__(self, height, title, width=WIDTH):
        self.width, self.height, self.title, self.out = width, height, title, []

    def add(self, form, *args):
        self.out.append(form % args)

    def text(self, x, y, text, anchor="start", kind=""):
        self.add('<text x="%.1f" y="%.1f" text-anchor="%s"%s>%s</text>', x, y, anchor,
                 ' class="%s"' % kind if kind else "", esc(text))

    def anchor_at(self, x):
        """How to anchor a label below x so that the edge does not cut it off."""
        return "end" if x > self.width - 24 else "middle"

    def line(self, x1, y1, x2, y2, style='class="grid"'):
        self.add('<line x1="%.1f" y1="%.1f" x2="%.1f" y2="%.1f" %s/>', x1, y1, x2, y2, style)

    def dot(self, x, y, index, label, radius=5, ring=False):
        style = "fill:var(--paper);stroke:%s;stroke-width:2" if ring else "fill:%s"
        self.add('<circle cx="%.1f" cy="%.1f" r="%g" style="%s"><title>%s</title></circle>', x, y,
                 radius - ring, style % colour(index), esc(label))

    def path(self, points, index, label, width=2):
        self.add('<polyline points="%s" style="fill:none;stroke:%s;stroke-width:%g"><title>%s</title>'
                 '</polyline>', " ".join("%.1f,%.1f" % point for point in points), colour(index), width,
                 esc(label))

    def done(self):
        return '<svg viewBox="0 0 %d %d" role="img" aria-label="%s">%s</svg>' % (
            self.width, self.height, esc(self.title), "".join(self.out))


class Axis:
    """A linear scale from `low` to `high`, rounded outwards to `step`."""

    def __init__(self, values, first, last, step=.1, low=None, high=None):
        values = [v for v in values if v is not None] or [0, 1]
        self.low = math.floor(min(values) / step + 1e-9) * step if low is None else low
        self.high = math.ceil(max(values) / step - 1e-9) * step if high is None else high
        if self.high <= self.low:
            self.high = self.low + step
        self.first, self.last, self.step = first, last, step

    def __call__(self, value):
        return self.first + (self.last - self.first) * (value - self.low) / (self.high - self.low)

    def ticks(self):
        n = round((self.high - self.low) / self.step)
        skip = 2 if n > 6 else 1
        return [self.low + i * self.step for i in range(0, n + 1, skip)]


def grid(plot, x, y, x_form="%.1f", y_form="%.1f"):
    for tick in x.ticks():
        plot.line(x(tick), y.first, x(tick), y.last)
        plot.text(x(tick), y.first + 17, x_form % tick, plot.anchor_at(x(tick)), "soft")
    for tick in y.ticks():
        plot.line(x.first, y(tick), x.last, y(tick))
        plot.text(x.first - 6, y(tick) + 4, y_form % tick, "end", "soft")


def groups(rows, title):
    """One row per group, (label, [(index, name, value)], interval): a dot per extractor, and the
    first one's interval as a bar."""
    plot = Plot(26 * len(rows) + 40, title)
    values = [v for _, dots, interval in rows for v in [d[2] for d in dots] + list(interval or ())]
    at = Axis(values, 150, WIDTH - 12, low=None, high=1)
    bottom = 26 * len(rows) + 8
    for tick in at.ticks():
        plot.line(at(tick), 4, at(tick), bottom)
        plot.text(at(tick), bottom + 17, "%.1f" % tick, plot.anchor_at(at(tick)), "soft")
    for i, (label, dots, interval) in enumerate(rows):
        y = 26 * i + 20
        plot.text(0, y + 4, label)
        if interval:
            plot.line(at(interval[0]), y, at(interval[1]), y,
                      'style="stroke:%s;stroke-width:3"' % colour(dots[0][0]))
        for index, name, value in reversed(dots):
            if value is not None:
                plot.dot(at(value), y, index, "%s, %s: %.4f" % (name, label, value),
                         6 if index == 0 else 4.5)
    return plot.done()


def pages(curves):
    """(name, values) per extractor: each one's pages in the order of their F1."""
    plot = Plot(300, "F1 of each page, worst first")
    x, y = Axis([0, 100], 34, WIDTH - 10, step=25), Axis([0, 1], 258, 8, step=.2)
    grid(plot, x, y, "%.0f %%")
    plot.text((x.first + x.last) / 2, 294, "share of the pages, worst first", "middle", "soft")
    plot.text(x.first + 6, y.last + 14, "word F1", "start", "soft")
    for i, (name, values) in reversed(list(enumerate(curves))):
        values = sorted(values)
        plot.path([(x(100 * k / max(1, len(values) - 1)), y(v)) for k, v in enumerate(values)], i, name,
                  3 if i == 0 else 1.5)
    return plot.done()


def overlap(a, b):
    """Whether two boxes (left, top, right, bottom) overlap."""
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def place_labels(dots, left, top, right, bottom):
    """For each dot (x, y, name), its label's (side, y): beside the dot if nothing else is there, or
    else as near as it can be without covering a dot or another label. `side` is 1 for right."""
    taken = [(x - 8, y - 8, x + 8, y + 8) for x, y, _ in dots]
    places = []
    for x, y, name in dots:
        for step in range(60):
            up, side = divmod(step, 4)[0] * 5, 1 if step % 2 == 0 else -1
            at = y + (up if step % 4 < 2 else -up)
            near, far = x + side * 10, x + side * (12 + 7.5 * len(name))
            box = (min(near, far), at - 7, max(near, far), at + 7)
            if (box[0] >= left and box[1] >= top and box[2] <= right and box[3] <= bottom
                    and not any(overlap(box, other) for other in taken)):
                break
        taken.append(box)
        places.append((side, at))
    return places


def accuracy_speed(points, x_title, rings=(), width=WIDTH, height=340):
    """Points (index, name, pages per second, F1), one label each, on a logarithmic axis; `rings` are
    names whose points are hollow."""
    plot = Plot(height, "Accuracy against speed", width)
    rates = [math.log10(p[2]) for p in points]
    x = Axis(rates, 38, width - 12, step=1)
    y = Axis([p[3] for p in points], height - 46, 10, step=.1)
    for power in range(round(x.low), round(x.high) + 1):
        plot.line(x(power), y.first, x(power), y.last)
        plot.text(x(power), y.first + 17, "{:,}".format(10 ** power) if power >= 0 else "%g" % 10 ** power,
                  plot.anchor_at(x(power)), "soft")
    for tick in y.ticks():
        plot.line(x.first, y(tick), x.last, y(tick))
        plot.text(x.first - 6, y(tick) + 4, "%.1f" % tick, "end", "soft")
    plot.text((x.first + x.last) / 2, height - 8, x_title, "middle", "soft")
    plot.text(x.first + 6, y.last + 14, "word F1", "start", "soft")
    dots = [(x(math.log10(rate)), y(value), name) for _, name, rate, value in points]
    places = place_labels(dots, x.first, y.last, x.last, y.first)
    for (index, name, rate, value), (at_x, at_y, _), (side, label_y) in zip(points, dots, places):
        label_x = at_x + side * 12
        if abs(label_y - at_y) > 5:
            plot.line(at_x, at_y, label_x, label_y)
        plot.dot(at_x, at_y, index, "%s: %.0f pages/s, F1 %.3f" % (name, rate, value), 6, name in rings)
        plot.text(label_x, label_y + 4, name, "start" if side > 0 else "end", "own" if index == 0 else "")
    return plot.done()


def calibration(bins):
    """Bins (expected, found, pages): predicted against measured."""
    plot = Plot(330, "Confidence against measured F1")
    x, y = Axis([0, 1], 38, WIDTH - 12, step=.2), Axis([0, 1], 286, 10, step=.2)
    grid(plot, x, y)
    plot.text((x.first + x.last) / 2, 324, "confidence", "middle", "soft")
    plot.text(x.first + 6, y.last + 14, "word F1", "start", "soft")
    plot.line(x(0), y(0), x(1), y(1), 'style="stroke:var(--soft);stroke-dasharray:4"')
    for expected, found, n in bins:
        plot.dot(x(expected), y(found), 0, "%.2f promised, %.3f found, %d pages" % (expected, found, n),
                 3 + 6 * math.sqrt(n / max(b[2] for b in bins)))
    return plot.done()


def precision_recall(points):
    """Points (bias, precision, recall)."""
    plot = Plot(330, "Precision against recall")
    x = Axis([p[2] for p in points], 48, WIDTH - 44, step=.05)
    y = Axis([p[1] for p in points], 286, 10, step=.05)
    grid(plot, x, y, "%.2f", "%.2f")
    plot.text((x.first + x.last) / 2, 324, "recall", "middle", "soft")
    plot.text(x.first + 6, y.last + 14, "precision", "start", "soft")
    plot.path([(x(p[2]), y(p[1])) for p in points], 0, "precision and recall")
    for bias, precision, recall in points:
        plot.dot(x(recall), y(precision), 0, "bias %+.2f: P %.3f, R %.3f" % (bias, precision, recall))
        plot.text(x(recall) + 8, y(precision) - 7, "%+.2g" % bias if bias else "0", "start", "soft")
    return plot.done()


def bars(rows, title):
    """Horizontal bars, (label, value, annotation)."""
    plot = Plot(34 * len(rows) + 10, title)
    top = max(row[1] for row in rows) or 1
    for i, (label, value, note) in enumerate(rows):
        y, width = 34 * i + 5, 210 * value / top
        plot.text(0, y + 17, label)
        plot.add('<rect class="bar" x="150" y="%d" width="%.1f" height="24" rx="3"/>', y, width)
        plot.text(158 + width, y + 17, note)
    return plot.done()
