"""The same rules as plain Python over the same loaded values: what a check costs without a language.

Written as one would write it for this standard alone and for complete data only: a blank that says
nothing is NOTHING, an unknown one never occurs. It returns outcomes and explains nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, time, timedelta
from fractions import Fraction
from typing import Any

from checker.model.submission import Submission, TableData
from checker.model.value import NOTHING

PASSED, FAILED, INAPPLICABLE = "passed", "failed", "inapplicable"
Row = Mapping[str, Any]


def judge(submission: Submission, values: Mapping[str, Any]) -> dict[str, str]:
    """Return the outcome of every rule."""
    return _Hand(submission, values).outcomes()


class _Hand:
    def __init__(self, submission: Submission, values: Mapping[str, Any]) -> None:
        self.p = values
        self.on = submission.assessed_on
        self.start, self.end = submission.period.start, submission.period.end
        self.months = submission.period.months
        self.t = submission.tables

    def rows(self, table: str, *names: str) -> Iterable[tuple[Any, ...]]:
        """Return the named columns of a table, row by row; id is its key."""
        data: TableData = self.t[table]
        return zip(*(data.ids if n == "id" else data.columns[n] for n in names), strict=True)

    def outcomes(self) -> dict[str, str]:
        found: dict[str, str] = {}
        for part in (
            self.party, self.grids, self.staffing, self.digital, self.tickets, self.emergency,
            self.duty, self.repair, self.appraisal,
        ):  # fmt: skip
            found.update(part())
        return found

    # --- 4.1 ---

    def party(self) -> dict[str, str]:
        orgs = list(self.rows("party_orgs", "id", "level", "parent_id", "approval_doc_id"))
        level = {i: name for i, name, _, _ in orgs}
        top = ("园区党工委", "园区大工委")
        founded = sum(
            name == "社区大党委" and level.get(parent) in top and doc is not NOTHING
            for _, name, parent, doc in orgs
        )
        kinds = {name for _, name, _, _ in orgs}
        four = {"微网格党小组", "网格党支部", "社区大党委", "园区大工委"}
        above = {
            "社区大党委": top, "网格党支部": ("社区大党委",), "微网格党小组": ("网格党支部",),
            "企业党组织": ("社区大党委", "网格党支部"),
        }  # fmt: skip
        chained = [n in top or level.get(p) in above[n] for _, n, p, _ in orgs]
        grids = [level.get(p) == "网格党支部" for (p,) in self.rows("grids", "party_org_id")]
        micro = [
            level.get(p) == "微网格党小组" for (p,) in self.rows("micro_grids", "party_group_id")
        ]
        areas = self.rows("grids", "party_area_id", "service_area_id", "governance_area_id")
        same = [a == b == c for a, b, c in areas]
        return {
            "QYSQ-0401-01": _verdict(founded >= 1),
            "QYSQ-0401-02": _verdict(four <= kinds),
            "QYSQ-0401-03": _share(grids, self.p["grid_branch_cover_min"], empty=FAILED),
            "QYSQ-0401-04": _share(micro, self.p["microgrid_group_cover_min"]),
            "QYSQ-0401-05": _share(chained, 1, empty=FAILED),
            "QYSQ-0401-06": _share(same, self.p["three_net_match_min"]),
        }

    # --- 5.2 ---

    def grids(self) -> dict[str, str]:
        p = self.p
        operating = [
            () if grids is NOTHING else grids
            for status, grids in self.rows("enterprises", "status", "grid_ids")
            if status == "在营"
        ]
        in_grid = Counter(g for grids in operating for g in grids)
        (count,) = self.t["community"].columns["enterprise_count"]
        size = [p["grid_min"] <= in_grid[g] <= p["grid_max"] for g in self.t["grids"].ids]
        modes = [m in ("一企一格", "一区块一格") for (m,) in self.rows("micro_grids", "mode")]
        since = _months_before(self.on, p["grid_review_months"])
        known = {"产业相关度", "行业特点", "地理位置"}
        reviewed = [
            basis is not NOTHING and not known.isdisjoint(basis)
            and last is not NOTHING and since <= last <= self.on
            for basis, last in self.rows("grids", "basis", "last_reviewed_on")
        ]  # fmt: skip
        placed = _share([len(g) == 1 for g in operating], 1, empty=FAILED)
        listed = _verdict(Fraction(len(operating), count) >= p["enterprise_roster_min"])
        fitting = _share(size, p["grid_size_pass_ratio"], empty=FAILED)
        return {
            "QYSQ-0502-01": _worst(placed, listed),
            "QYSQ-0502-02": fitting if count >= p["grid_applies_min"] else INAPPLICABLE,
            "QYSQ-0502-03": _share(modes, p["microgrid_mode_ratio"]),
            "QYSQ-0502-08": _share(reviewed, 1, empty=FAILED),
        }

    def staffing(self) -> dict[str, str]:
        p = self.p
        staff = [
            (role, employer, () if grids is NOTHING else grids)
            for role, employer, grids, left in self.rows(
                "staff", "role", "employer_type", "grid_ids", "left_on"
            )
            if left is NOTHING or left >= self.on
        ]
        number = Counter((role, g) for role, _, grids in staff for g in grids)
        ids = self.t["grids"].ids
        three = [
            number["网格长", g] == p["leader_eq"]
            and number["专职网格员", g] >= p["fulltime_min"]
            and number["网格指导员", g] >= p["instructor_min"]
            for g in ids
        ]
        part_time = [number["兼职网格员", g] >= p["parttime_min"] for g in ids]
        volunteers = [number["志愿者", g] >= p["volunteer_min"] for g in ids]
        from_where = {
            "网格长": ("企业社区",), "专职网格员": ("企业社区",), "兼职网格员": ("辖区企业",),
            "网格指导员": ("管委会", "乡镇街道"),
        }  # fmt: skip
        origin = [e in from_where[r] for r, e, _ in staff if r in from_where]
        alone = [1 <= len(g) <= p["leader_max_grids"] for r, _, g in staff if r == "网格长"]
        return {
            "QYSQ-0502-04": _share(three, 1, empty=FAILED),
            "QYSQ-0502-05": _share(part_time, 1, empty=FAILED),
            "QYSQ-0502-06": _share(origin, 1, empty=FAILED),
            "QYSQ-0502-07": _share(volunteers, 1, empty=FAILED),
            "QYSQ-0502-09": _share(alone, 1),
        }

    # --- 5.3 ---

    def digital(self) -> dict[str, str]:
        p = self.p
        online = [
            row
            for row in self.rows(
                "digital_systems", "status", "functions", "integrated_ids", "scenarios",
                "security_filing", "privacy_notice",
            )
            if row[0] == "在线"
        ]  # fmt: skip
        entries = [r for r in online if r[1] is not NOTHING and "诉求提交" in r[1]]
        linked = [
            r for r in entries if r[2] is not NOTHING and len(r[2]) >= p["integrated_platform_min"]
        ]
        scenarios = {s for r in online if r[3] is not NOTHING for s in r[3]}
        safe = [r[4] is not NOTHING and r[5] in ("已告知", "不收集个人信息") for r in online]
        since = _months_before(self.on, p["digital_active_months"])
        active = [
            used is not NOTHING and since <= used <= self.on
            for status, used in self.rows("enterprises", "status", "last_used_entry_on")
            if status == "在营"
        ]
        return {
            "QYSQ-0503-01": _verdict(len(entries) >= 1),
            "QYSQ-0503-02": _verdict(len(linked) >= 1),
            "QYSQ-0503-03": _verdict(len(scenarios) >= p["scenario_min"]),
            "QYSQ-0503-05": _share(safe, 1),
            "QYSQ-0503-06": _share(active, p["digital_active_min"]),
        }

    def tickets(self) -> dict[str, str]:
        """Return the rules that read the tickets, all in one pass over them."""
        p = self.p
        limit = timedelta(minutes=p["urgent_response_minutes"])
        complete, urgent, linked, repaired = [], [], [], set()
        now = self.on
        for category, device, hurry, inside, sent, taken, first, response, closed in self.rows(
            "service_requests", "category", "device_id", "urgent", "in_park", "submitted_at",
            "accepted_at", "first_response_at", p["response_event"], "closed_at",
        ):  # fmt: skip
            if not self.start <= sent.date() <= self.end:
                continue
            if device is not NOTHING:
                repaired.add(device)
            if closed is not NOTHING:
                complete.append(taken is not NOTHING and first is not NOTHING)
            if category == "设备":
                linked.append(device is not NOTHING)
                if hurry and inside:
                    urgent.append(
                        now <= (sent + limit).date() if response is NOTHING
                        else sent <= response <= sent + limit
                    )  # fmt: skip
        filed = [
            made is not NOTHING
            for device, made in self.rows("devices", "id", "file_created_on")
            if device in repaired
        ]
        return {
            "QYSQ-0503-04": _share(complete, p["timestamp_complete_min"]),
            "QYSQ-0605-03": _share(urgent, p["urgent_ontime_min"]),
            "QYSQ-0708-01": _worst(
                _share(filed, p["device_file_cover_min"]), _share(linked, p["device_link_min"])
            ),
        }

    # --- 6.5 ---

    def emergency(self) -> dict[str, str]:
        p = self.p
        since = _months_before(self.on, p["plan_revision_months"])
        plans = {
            t
            for t, d in self.rows("emergency_plans", "type", "revised_on")
            if since <= d <= self.on
        }
        since = _months_before(self.on, p["drill_lookback_months"])
        drills = [
            (kind, doc)
            for kind, day, doc in self.rows("drills", "type", "date", "evaluation_doc_id")
            if since <= day <= self.on
        ]
        whole = sum(kind in ("综合", "专项") for kind, _ in drills)
        onsite = sum(kind == "现场处置" for kind, _ in drills)
        since = _months_before(self.on, p["supply_check_months"])
        supplies = [
            have >= need and checked is not NOTHING and since <= checked <= self.on
            and (not expires or until >= self.on)
            for need, have, expires, until, checked in self.rows(
                "emergency_supplies", "required_quantity", "quantity", "has_expiry", "expiry_on",
                "checked_on",
            )
        ]  # fmt: skip
        issued = dict(self.rows("documents", "id", "effective_on"))
        days = timedelta(days=int(p["incident_review_days"]))
        reviews = [
            self.on <= at.date() + days if (done := issued.get(doc, NOTHING)) is NOTHING
            else at.date() <= done <= at.date() + days
            for at, doc in self.rows("incidents", "occurred_at", "review_doc_id")
            if self.start <= at.date() <= self.end
        ]  # fmt: skip
        return {
            "QYSQ-0605-01": _verdict(set(p["required_plan_types"]) <= plans),
            "QYSQ-0605-04": _worst(
                _verdict(whole >= p["drill_comprehensive_min"]),
                _verdict(onsite >= p["drill_onsite_min"]),
                _share([doc is not NOTHING for _, doc in drills], 1),
            ),
            "QYSQ-0605-05": _share(supplies, 1, empty=FAILED),
            "QYSQ-0605-06": _share(reviews, 1),
        }

    def duty(self) -> dict[str, str]:
        p = self.p
        first = datetime.combine(self.start, time())
        after = datetime.combine(self.end, time()) + timedelta(days=1)
        gap = timedelta(minutes=int(p["gap_tolerance_minutes"]))
        longest = timedelta(hours=int(p["shift_max_hours"]))
        shifts = sorted(
            self.rows("duty_rosters", "start_at", "end_at", "relieved_at"), key=lambda s: s[:2]
        )
        covered, reached = timedelta(), first
        for began, ended, _ in shifts:
            begins, ends = max(began, reached), min(ended, after)
            if begins < ends:
                covered += ends - begins
                reached = ends
        handed = [
            self.on <= (ended + gap).date() if relieved is NOTHING
            else relieved <= ended or relieved <= ended + gap
            for _, ended, relieved in shifts
            if self.start <= ended.date() <= self.end
        ]  # fmt: skip
        short = [began <= ended <= began + longest for began, ended, _ in shifts]
        return {
            "QYSQ-0605-02": _worst(
                _verdict(Fraction(covered // timedelta(seconds=1), (after - first) // timedelta(seconds=1))
                         >= p["duty_cover_min"]),
                _share(handed, 1),
                _share(short, 1),
            )
        }  # fmt: skip

    # --- 7.8 ---

    def repair(self) -> dict[str, str]:
        p = self.p
        fields = [
            NOTHING not in row[1:]
            for row in self.rows(
                "devices",
                "file_created_on",
                "model",
                "installed_on",
                "vendor",
                "last_maintained_on",
            )
            if row[0] is not NOTHING
        ]
        unified = {
            aspect
            for aspect, done, doc in self.rows(
                "repair_unification", "aspect", "established", "doc_id"
            )
            if done and doc is not NOTHING
        }
        five = {"业务联系", "机具零配件调配", "价格质量保证", "维修配件供应", "培训"}
        lines = [
            (calls, answered)
            for purpose, public, calls, answered in self.rows(
                "hotlines", "purpose", "public", "calls", "answered"
            )
            if purpose == "抢修" and public
        ]
        calls, answered = (sum(column) for column in zip(*lines, strict=True)) if lines else (0, 0)
        answering = (
            _verdict(Fraction(answered, calls) >= p["hotline_answer_min"])
            if calls
            else INAPPLICABLE
        )
        onsite, parts = [], []
        for sent, at_place, due, done, part in self.rows(
            "repair_orders", "dispatched_at", "onsite", "due_at", "completed_at", "parts"
        ):
            if self.start <= sent.date() <= self.end and due.date() <= self.on:
                if at_place:
                    onsite.append(done is not NOTHING)
                if part in ("已供应", "未供应"):
                    parts.append(part == "已供应")
        classes = sum(
            self.start <= formed <= self.end and doc is not NOTHING
            and requests is not NOTHING and len(requests) >= p["issue_class_requests_min"]
            for formed, requests, doc in self.rows(
                "issue_classes", "formed_on", "request_ids", "action_doc_id"
            )
        )  # fmt: skip
        return {
            "QYSQ-0708-02": _share(fields, p["device_field_min"]),
            "QYSQ-0708-03": _verdict(five <= unified),
            "QYSQ-0708-04": _worst(_verdict(len(lines) >= 1), answering),
            "QYSQ-0708-05": _worst(
                _share(onsite, p["onsite_complete_min"]), _share(parts, p["parts_supply_min"])
            ),
            "QYSQ-0708-06": _verdict(
                classes >= p["issue_class_per_year"] * Fraction(self.months, 12)
            ),
        }

    # --- 9.3 ---

    def appraisal(self) -> dict[str, str]:
        p = self.p
        schemes = list(self.rows("evaluation_schemes", "id", "in_force", "doc_id", "procedure"))
        in_force = {i for i, current, _, _ in schemes if current}
        four = {"评价准备", "指标体系", "数据采集与校验", "形成结论"}
        current = [s for s in schemes if s[1]]
        dimensions = [
            row
            for row in self.rows(
                "evaluation_dimensions",
                "scheme_id",
                "name",
                "weight",
                "evaluator",
                "evaluator_kinds",
            )
            if row[0] in in_force
        ]
        named = [NOTHING not in row[1:4] for row in dimensions]
        weights = sum(Fraction(0) if w is NOTHING else w for _, _, w, _, _ in dimensions)
        since = _months_before(self.on, p["evaluation_lookback_months"])
        evaluations = [
            i for i, d in self.rows("evaluations", "id", "finished_on") if since <= d <= self.on
        ]
        scored: dict[str, set[str]] = defaultdict(set)
        for evaluation, dimension, score in self.rows(
            "evaluation_scores", "evaluation_id", "dimension_id", "score"
        ):
            if score is not NOTHING:
                scored[evaluation].add(dimension)
        kinds = {k for row in dimensions if row[4] is not NOTHING for k in row[4]}
        return {
            "QYSQ-0903-01": _worst(
                _verdict(len(dimensions) == 4),
                _share(named, 1),
                _verdict(p["weight_sum_min"] <= weights <= p["weight_sum_max"]),
                _verdict(any(doc is not NOTHING for _, _, doc, _ in current)),
            ),
            "QYSQ-0903-02": _worst(
                _verdict(len(evaluations) >= p["evaluation_min"]),
                _share([len(scored[e]) >= 4 for e in evaluations], 1),
            ),
            "QYSQ-0903-03": _verdict(
                any(steps is not NOTHING and four <= set(steps) for _, _, _, steps in current)
            ),
            "QYSQ-0903-04": _verdict(len(kinds) >= p["evaluator_kind_min"]),
        }


def _verdict(holds: bool) -> str:  # noqa: FBT001
    return PASSED if holds else FAILED


def _share(rows: list[bool], least: int | Fraction, empty: str = INAPPLICABLE) -> str:
    return _verdict(sum(rows) >= least * len(rows)) if rows else empty


def _worst(*parts: str) -> str:
    order: Callable[[str], int] = (FAILED, PASSED, INAPPLICABLE).index
    return min(parts, key=order)


def _months_before(day: date, months: int | Fraction) -> date:
    index = day.year * 12 + day.month - 1 - int(months)
    year, month = index // 12, index % 12 + 1
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, min(day.day, (following - timedelta(days=1)).day))
