"""Where the parts of the charts lie, worked out by hand."""

from dataclasses import replace
from fractions import Fraction

from checker.model.result import Points
from checker.report import charts
from tests.report.results import full_pass


def points(worst, best, maximum=1000):
    return Points(Fraction(worst), Fraction(best), Fraction(maximum))


def scale(worst, best, *grades):
    scheme = replace(full_pass().scheme, total=1000, grades=grades)
    return charts.scale(points(worst, best), scheme)


def test_the_bar_is_560_wide_at_full_points():
    made = scale(250, 750)

    assert (made.worst, made.best, made.possible_width) == ("140.00", "420.00", "280.00")


def test_each_end_has_its_label_where_they_are_far_apart():
    labels = scale(250, 750).labels

    assert [(x.x, x.anchor, x.text) for x in labels] == [
        ("140.00", "middle", "最不利 250.0\u00a0分"),
        ("420.00", "middle", "最有利 750.0\u00a0分"),
    ]


def test_both_ends_share_a_label_where_they_are_near():
    (label,) = scale("920.4", "951.8").labels

    assert (label.anchor, label.text) == ("end", "920.4\u00a0～\u00a0951.8\u00a0分")


def test_a_label_at_the_edge_turns_inwards():
    assert [x.anchor for x in scale(0, 1000).labels] == ["start", "end"]


def test_nothing_is_hatched_when_nothing_is_open():
    assert scale(500, 500).hatches == ()


def test_hatching_stays_inside_the_open_part():
    made = scale(250, 750)

    assert made.hatches
    for x1, y1, x2, y2 in made.hatches:
        assert 140 <= float(x1) <= float(x2) <= 420
        assert 0 <= float(y2) <= float(y1) <= 22


def test_grades_that_lie_close_alternate_their_height():
    marks = scale(0, 0, ("优", Fraction(900)), ("良", Fraction(800)), ("中", Fraction(300))).marks

    assert [(m.title, m.x, m.row) for m in marks] == [
        ("中", "168.00", 0),
        ("良", "448.00", 0),
        ("优", "504.00", 1),
    ]


def test_a_grade_that_needs_nothing_has_no_line():
    assert scale(0, 0, ("其余", Fraction(0))).marks == ()


def test_four_chapters_point_up_right_down_and_left():
    chapters = [c for c in full_pass().chapters if c.points.maximum][:4]
    halves = [replace(c, points=points(50, 100, 100)) for c in chapters]

    made = charts.radar(halves)

    assert [(a.x, a.y) for a in made.axes] == [
        ("0.00", "-100.00"),
        ("100.00", "0.00"),
        ("0.00", "100.00"),
        ("-100.00", "0.00"),
    ]
    assert made.worst == "0.00,-50.00 50.00,0.00 0.00,50.00 -50.00,0.00"
    assert made.best == made.rings[-1]


def test_a_chapter_without_points_has_no_axis():
    chapters = [replace(c, points=points(0, 0, 0)) for c in full_pass().chapters]

    assert charts.radar(chapters).axes == ()


def test_a_small_bar_adds_up_to_its_best_share():
    chapter = replace(full_pass().chapters[0], points=points(30, 45, 60))

    made = charts.bar(chapter)

    assert (made.worst, made.possible) == ("50.00", "25.00")


def test_a_radar_tells_nothing_while_everything_is_open():
    chapters = [c for c in full_pass().chapters if c.points.maximum]
    open_ = [replace(c, points=points(0, 100, 100)) for c in chapters]
    one_known = [replace(open_[0], points=points(0, 99, 100)), *open_[1:]]

    assert not charts.radar(open_).tells
    assert charts.radar(one_known).tells
