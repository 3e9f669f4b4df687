"""A plan says what a sample is; building it gives the files of its folder."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from samples.generator import papers, people, safety, services, writing
from samples.generator.world import Chance, Edit, Row, Shape, Tables

LARGE = (
    "party_orgs", "micro_grids", "staff", "enterprises", "service_requests", "duty_rosters",
    "devices", "repair_orders",
)  # fmt: skip
"""Tables that go into CSV files."""


@dataclass(frozen=True)
class Plan:
    """One sample.

    Attributes:
        name: its folder under samples/synthetic.
        enterprise_count: the number that the statistics office gives.
        planted: every departure from a clean community, in order.
        rejected: what auditors found not to be so: {rule: observation}.
        not_seen: rules that the auditors have not come to yet.
        states: tables that are not complete.
    """

    name: str
    kind: str
    shape: Shape
    assessed_on: date
    visited_on: date
    enterprise_count: int
    notes: str
    planted: Sequence[Edit] = ()
    rejected: dict[str, str] = field(default_factory=dict)
    not_seen: Sequence[str] = ()
    states: dict[str, str] = field(default_factory=dict)


def clean(shape: Shape) -> Tables:
    """Return every table of a community in which all is in order."""
    chance = Chance(shape.seed)
    tickets = services.service_requests(shape, chance)
    return {
        "party_orgs": people.party_orgs(shape),
        "grids": people.grids(shape, chance),
        "micro_grids": people.micro_grids(shape),
        "staff": people.staff(shape, chance),
        "enterprises": people.enterprises(shape, chance),
        "digital_systems": services.digital_systems(shape),
        "service_requests": tickets,
        "duty_rosters": safety.duty_rosters(shape, chance),
        "emergency_plans": safety.emergency_plans(shape, chance),
        "drills": safety.drills(shape),
        "emergency_supplies": safety.emergency_supplies(shape, chance),
        "incidents": safety.incidents(shape),
        "devices": services.devices(shape, chance),
        "repair_unification": services.repair_unification(),
        "repair_orders": services.repair_orders(shape, chance, tickets),
        "hotlines": services.hotlines(shape),
        "issue_classes": services.issue_classes(shape),
        "evaluation_schemes": papers.evaluation_schemes(),
        "evaluation_dimensions": papers.evaluation_dimensions(),
        "evaluations": papers.evaluations(shape),
        "evaluation_scores": papers.evaluation_scores(),
        "documents": papers.documents(shape),
        "evidence_files": papers.evidence_files(shape),
    }


def planted(plan: Plan) -> Tables:
    """Return the tables of a plan, faults and all."""
    tables = clean(plan.shape)
    for edit in plan.planted:
        edit(tables)
    return tables


def subject(plan: Plan) -> Row:
    """Return the row of the community; its data were drawn two days before the assessment."""
    drawn = max(plan.shape.end, plan.assessed_on - timedelta(days=2))
    return people.community(plan.shape, plan.enterprise_count, drawn)


def build(plan: Plan) -> dict[str, bytes]:
    """Return the files of a sample written as YAML and CSV."""
    head = [
        ("form", "1"),
        ("kind", plan.kind),
        ("synthetic", "true"),
        ("period", f"{{from: {plan.shape.start}, to: {plan.shape.end}}}"),
        ("assessed_on", str(plan.assessed_on)),
    ]
    return writing.yaml_submission(
        head,
        plan.notes,
        subject(plan),
        planted(plan),
        in_csv=LARGE,
        states=plan.states,
        findings=_findings(plan),
    )


def _findings(plan: Plan) -> list[dict[str, str]]:
    if plan.kind == "self":
        return []
    found = []
    for rule, (method, seen) in papers.SITE.items():
        if rule in plan.not_seen:
            continue
        wrong = plan.rejected.get(rule)
        found.append(
            {
                "rule": rule,
                "method": method,
                "result": "rejected" if wrong else "confirmed",
                "observation": wrong or seen,
                "reviewer": "评审员甲" if method == "X" else "评审员乙",
                "on": str(plan.visited_on),
            }
        )
    return found
