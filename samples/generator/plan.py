"""A plan says what a sample is; building it gives the files of its folder."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from samples.generator import (
    business,
    evidence,
    governance,
    improvement,
    mechanisms,
    papers,
    people,
    places,
    safety,
    services,
    workers,
    writing,
)
from samples.generator.site import SITE
from samples.generator.world import Chance, Edit, Row, Shape, Tables

FEW = 40
"""Tables with more rows than this go into a CSV file."""


@dataclass(frozen=True)
class Plan:
    """One sample.

    Attributes:
        name: its folder under samples/synthetic.
        enterprise_count: the number that the statistics office gives.
        planted: every departure from a clean community, in order.
        rejected: what auditors found not to be so: {rule: observation}.
        noted: what else auditors wrote down about a rule that they confirmed.
        not_seen: rules that the auditors have not come to yet.
        states: tables that are not complete.
    """

    name: str
    kind: str
    shape: Shape
    visited_on: date
    enterprise_count: int
    notes: str
    planted: Sequence[Edit] = ()
    rejected: dict[str, str] = field(default_factory=dict)
    noted: dict[str, str] = field(default_factory=dict)
    not_seen: Sequence[str] = ()
    states: dict[str, str] = field(default_factory=dict)


def clean(shape: Shape) -> Tables:
    """Return every table of a community in which all is in order."""
    return {
        **_chapters_4_and_5(shape),
        **_chapter_6(shape),
        **_chapter_7(shape),
        **_chapters_8_and_9(shape),
        "documents": papers.documents(shape),
        "evidence_files": evidence.evidence_files(shape),
    }


def _chapters_4_and_5(shape: Shape) -> Tables:
    chance = Chance(shape.seed)
    staff = people.staff(shape, chance)
    return {
        "party_orgs": people.party_orgs(shape),
        "party_activities": mechanisms.party_activities(shape, chance),
        "guidance_records": mechanisms.guidance_records(shape),
        "mechanisms": mechanisms.mechanisms(shape),
        "meetings": mechanisms.meetings(shape),
        "visits": mechanisms.visits(shape, chance),
        "agreements": mechanisms.agreements(shape),
        "resources": mechanisms.resources(shape),
        "agencies": mechanisms.agencies(),
        "grids": people.grids(shape, chance),
        "micro_grids": people.micro_grids(shape),
        "enterprises": people.enterprises(shape, chance),
        "staff": staff,
        "trainings": mechanisms.trainings(shape),
        "training_attendances": mechanisms.training_attendances(shape, staff),
        "facilities": places.facilities(shape),
        "service_items": places.service_items(),
        "digital_systems": services.digital_systems(shape),
    }


def _chapter_6(shape: Shape) -> Tables:
    chance = Chance(shape.seed + 6)
    return {
        "patrols": governance.patrols(shape),
        "hazards": governance.hazards(shape, chance),
        "screenings": governance.screenings(shape),
        "key_points": places.key_points(shape),
        "dormitories": places.dormitories(shape),
        "city_issues": governance.city_issues(shape, chance),
        "facility_checks": places.facility_checks(shape, chance),
        "disputes": governance.disputes(shape, chance),
        "fire_teams": places.fire_teams(),
        "duty_rosters": safety.duty_rosters(shape, chance),
        "emergency_plans": safety.emergency_plans(shape, chance),
        "drills": safety.drills(shape),
        "emergency_supplies": safety.emergency_supplies(shape, chance),
        "incidents": safety.incidents(shape),
        "activities": governance.activities(shape),
        "publicity_channels": governance.publicity_channels(shape),
        "posts": governance.posts(shape),
    }


def _chapter_7(shape: Shape) -> Tables:
    chance = Chance(shape.seed + 7)
    tickets = services.service_requests(shape, chance)
    policies = business.policy_items(shape)
    return {
        "service_requests": tickets,
        "hotlines": services.hotlines(shape),
        "devices": services.devices(shape, chance),
        "repair_unification": services.repair_unification(),
        "repair_orders": services.repair_orders(shape, chance, tickets),
        "issue_classes": services.issue_classes(shape),
        "space_resources": places.space_resources(shape, chance),
        "investment_leads": business.investment_leads(shape),
        "policy_items": policies,
        "policy_deliveries": business.policy_deliveries(shape, chance, policies),
        "labor_demands": business.labor_demands(shape, chance),
        "job_fairs": business.job_fairs(shape),
        "talent_services": business.talent_services(shape),
        "tech_platforms": business.tech_platforms(shape),
        "incubators": business.incubators(),
        "incubated_projects": business.incubated_projects(),
        "factor_posts": business.factor_posts(shape),
        "factor_deals": business.factor_deals(shape),
        "professional_services": business.professional_services(shape),
        "financing_requests": business.financing_requests(shape),
    }


def _chapters_8_and_9(shape: Shape) -> Tables:
    chance = Chance(shape.seed + 8)
    return {
        "legal_cases": workers.legal_cases(shape, chance),
        "assistance_cases": workers.assistance_cases(shape, chance),
        "satisfaction_surveys": improvement.satisfaction_surveys(shape),
        "feedback_channels": improvement.feedback_channels(shape),
        "feedback": improvement.feedback(shape, chance),
        "reviews": improvement.reviews(shape),
        "review_issues": improvement.review_issues(shape),
        "improvement_actions": improvement.improvement_actions(shape),
        "evaluation_schemes": papers.evaluation_schemes(),
        "evaluation_dimensions": papers.evaluation_dimensions(),
        "evaluation_indicators": improvement.evaluation_indicators(),
        "evaluations": papers.evaluations(shape),
        "evaluation_scores": papers.evaluation_scores(),
    }


def planted(plan: Plan) -> Tables:
    """Return the tables of a plan, faults and all."""
    tables = clean(plan.shape)
    for edit in plan.planted:
        edit(tables)
    return tables


def subject(plan: Plan) -> Row:
    """Return the row of the community."""
    return people.community(plan.shape, plan.enterprise_count)


def build(plan: Plan) -> dict[str, bytes]:
    """Return the files of a sample written as YAML and CSV."""
    head = [
        ("form", "1"),
        ("kind", plan.kind),
        ("synthetic", "true"),
        ("period", f"{{from: {plan.shape.start}, to: {plan.shape.end}}}"),
        ("assessed_on", str(plan.shape.assessed_on)),
    ]
    tables = planted(plan)
    written = writing.yaml_submission(
        head,
        plan.notes,
        subject(plan),
        tables,
        in_csv={name for name, rows in tables.items() if len(rows) > FEW},
        states=plan.states,
        findings=_findings(plan),
    )
    return {**written, **evidence.files(plan.shape)}


def _findings(plan: Plan) -> list[dict[str, str]]:
    if plan.kind == "self":
        return []
    found = []
    for rule, looks in SITE.items():
        if rule in plan.not_seen:
            continue
        wrong = plan.rejected.get(rule)
        for method, seen in looks:
            found.append(
                {
                    "rule": rule,
                    "method": method,
                    "result": "rejected" if wrong else "confirmed",
                    "observation": wrong or plan.noted.get(rule, seen),
                    "reviewer": "评审员甲" if method == "X" else "评审员乙",
                    "on": str(plan.visited_on),
                }
            )
    return found
