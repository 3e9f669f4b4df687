"""Chapter 8: what is done for workers. No row is about anybody who could be recognised."""

from datetime import timedelta

from samples.generator.world import Chance, Row, Shape, at, stamp


def legal_cases(shape: Shape, chance: Chance) -> list[Row]:
    """Return three cases a month, answered the same day and closed within ten days."""
    types = ("欠薪", "工伤", "合同", "欠薪", "其他", "合同")
    number = 3 * len(shape.months)
    rows: list[Row] = []
    for n in range(1, number + 1):
        received = at(shape.day(n, number + 2), chance.between(8, 16), chance.below(60))
        answered = received + timedelta(minutes=chance.between(0, 180))
        rows.append(
            {
                "id": f"FL-{n:02}",
                "type": types[n % 6],
                "received_at": stamp(received),
                "first_response_at": stamp(answered),
                "closed_on": str(received.date() + timedelta(days=chance.between(1, 10))),
            }
        )
    return rows


def assistance_cases(shape: Shape, chance: Chance) -> list[Row]:
    """Return two cases a month: half closed, half looked after in the last three weeks."""
    types = ("生活困难", "就业", "医疗", "就业", "其他")
    number = 2 * len(shape.months)
    rows: list[Row] = []
    for n in range(1, number + 1):
        registered = shape.day(n, number + 2)
        closed = n % 2 == 0
        latest = registered + timedelta(days=18) if closed else shape.ago(chance.below(21))
        rows.append(
            {
                "id": f"BF-{n:02}",
                "type": types[n % 5],
                "status": "已办结" if closed else "持续帮扶中",
                "registered_on": str(registered),
                "updated_on": str(latest),
                "last_step_on": str(latest),
                "redacted": "是",
            }
        )
    return rows
