"""Who is there: the community itself, party organisations, grids, staff, enterprises."""

from datetime import timedelta

from samples.generator.world import Chance, Row, Shape, credit_code

INDUSTRIES = (
    "纸业", "特种纸", "机械", "精密制造", "新材料", "家居", "食品", "包装", "电子", "纺织", "物流",
)  # fmt: skip
NUMERALS = ("一", "二", "三", "四", "五", "六", "七", "八", "九", "十")
OWN_BRANCHES = 2
"""How many enterprises of each grid have a Party branch of their own: the first ones."""

JOINT = 5
"""How many enterprises of each grid, from the first on, have Party members in a branch."""

BASES = ("地理位置", "产业相关度", "行业特点")


def chinese(number: int) -> str:
    """Return a number up to 99 in Chinese, as grids are called."""
    tens, ones = divmod(number, 10)
    if not tens:
        return NUMERALS[ones - 1]
    return ("" if tens == 1 else NUMERALS[tens - 1]) + "十" + (NUMERALS[ones - 1] if ones else "")


def community(shape: Shape, enterprise_count: int) -> Row:
    """Return the one row that says who is assessed."""
    return {
        "name": shape.community,
        "region": "示例市示例县",
        "park_name": f"示例{shape.code}{shape.park}",
        "park_type": shape.park,
        "authority": "管委会",
        "established_on": "2023-03-01",
        "area_km2": f"{enterprise_count / 60:.1f}",
        "enterprise_count": str(enterprise_count),
        "above_scale_count": str(enterprise_count * 24 // 100),
        "employee_count": str(enterprise_count * 53),
        "parking_spaces": str(enterprise_count * 4 + 120),
        "no_preferential": "是",
        "data_as_of": shape.drawn.isoformat(),
    }


def party_orgs(shape: Shape) -> list[Row]:
    """Return the organisations from the park down to the micro grids, and some of enterprises."""
    park = f"示例{shape.code}园区"
    rows: list[Row] = [
        _org("DZ-党工委", f"{park}党工委", "园区党工委", "", ""),
        _org("DZ-大工委", f"{park}大工委", "园区大工委", "DZ-党工委", "WJ-01"),
        _org("DZ-社区", f"{shape.community}大党委", "社区大党委", "DZ-大工委", "WJ-02"),
    ]
    for grid in shape.grids:
        branch = f"DZ-{grid}"
        rows.append(_org(branch, f"{grid} 网格党支部", "网格党支部", "DZ-社区", "WJ-03"))
        rows += [
            _org(f"{branch}-{n}", f"{grid} 第{chinese(n)}党小组", "微网格党小组", branch, "WJ-04")
            for n in range(1, _groups(shape) + 1)
        ]
    rows += [
        _org(f"DZ-企{n:02}", f"示例企业党支部{n:02}", "企业党组织", f"DZ-{grid}", "WJ-04")
        for n, grid in enumerate([g for g in shape.grids for _ in range(OWN_BRANCHES)], 1)
    ]
    return rows


def _org(key: str, name: str, level: str, parent: str, approval: str) -> Row:
    return {
        "id": key, "name": name, "level": level, "parent_id": parent, "approval_doc_id": approval,
    }  # fmt: skip


def _groups(shape: Shape) -> int:
    return (shape.micro_per_grid + 1) // 2


def grids(shape: Shape, chance: Chance) -> list[Row]:
    """Return the basic grids, all in order."""
    rows: list[Row] = []
    for number, grid in enumerate(shape.grids, 1):
        area = f"{shape.code}-{number:02}"
        reviewed = shape.end - timedelta(days=chance.between(20, 200))
        rows.append(
            {
                "id": grid,
                "name": f"第{chinese(number)}网格",
                "party_org_id": f"DZ-{grid}",
                "party_area_id": area,
                "service_area_id": area,
                "governance_area_id": area,
                "basis": ["地理位置"] if number % 3 else ["地理位置", chance.pick(BASES[1:])],
                "last_reviewed_on": reviewed.isoformat(),
            }
        )
    return rows


def micro_grids(shape: Shape) -> list[Row]:
    """Return the micro grids, two to a party group."""
    return [
        {
            "id": f"{grid}-W{n}",
            "name": f"{grid} 微网格 {n}",
            "grid_id": grid,
            "mode": "一企一格" if n <= 3 else "一区块一格",
            "party_group_id": f"DZ-{grid}-{(n + 1) // 2}",
        }
        for grid in shape.grids
        for n in range(1, shape.micro_per_grid + 1)
    ]


def staff(shape: Shape, chance: Chance) -> list[Row]:
    """Return staff by the code of the post: one leader and what else each grid needs."""
    rows = [
        _post(shape, "社区-负责人", "社区负责人", "企业社区"),
        _post(shape, "社区-窗口1", "企业社区工作者", "企业社区"),
        _post(shape, "社区-窗口2", "企业社区工作者", "企业社区"),
        {
            **_post(shape, "社区-窗口2-调解", "调解员", "企业社区"),
            "primary_post": "否", "full_time": "否", "qualified": "是",
        },
        {**_post(shape, "社区-调解1", "调解员", "社会组织"), "qualified": "是"},
        {**_post(shape, "社区-调解2", "调解员", "乡镇街道"), "qualified": "是"},
    ]  # fmt: skip
    left = shape.start + timedelta(days=90)
    for number, grid in enumerate(shape.grids, 1):
        sender = "管委会" if number % 2 else "乡镇街道"
        rows.append(_post(shape, f"{grid}-长", "网格长", "企业社区", grid))
        fulltime = _post(shape, f"{grid}-专职1", "专职网格员", "企业社区", grid)
        rows.append(fulltime)
        if number % 4 == 0:  # somebody left and was replaced by the one above
            fulltime["appointed_on"] = (left + timedelta(days=1)).isoformat()
            former = _post(shape, f"{grid}-专职0", "专职网格员", "企业社区", grid)
            rows.append({**former, "left_on": left.isoformat()})
        rows.append(_post(shape, f"{grid}-指导1", "网格指导员", sender, grid))
        rows += [
            _post(shape, f"{grid}-兼职{n}", "兼职网格员", "辖区企业", grid)
            for n in range(1, (2 if shape.lean else chance.between(2, 4)) + 1)
        ]
        rows += [
            _post(shape, f"{grid}-志愿{n}", "志愿者", chance.pick(("辖区企业", "社会组织")), grid)
            for n in range(1, (1 if shape.lean else chance.between(2, 6)) + 1)
        ]
    return rows


WORKERS = ("社区负责人", "企业社区工作者", "网格长", "专职网格员")
"""Roles that count as workers of the community; all of them full-time."""


def _post(shape: Shape, key: str, role: str, employer: str, grid: str = "") -> Row:
    appointed = shape.start - timedelta(days=200 + 37 * len(key) + len(role))
    return {
        "id": key, "role": role, "employer_type": employer, "primary_post": "是",
        "full_time": "是" if role in WORKERS else "否", "qualified": "",
        "appointed_on": appointed.isoformat(), "grid_ids": grid, "left_on": "",
    }  # fmt: skip


def enterprises(shape: Shape, chance: Chance) -> list[Row]:
    """Return the enterprises, QY-001 on: grid after grid, then those not in operation.

    Of each grid the first two have a Party branch of their own, the next three share the branch
    of the grid, and nobody else has Party members.
    """
    places = [
        (grid, n)
        for grid, size in zip(shape.grids, shape.grid_sizes, strict=True)
        for n in range(size)
    ]
    states = ["在营"] * len(places) + [s for s, number in shape.idle for _ in range(number)]
    counts = dict.fromkeys(INDUSTRIES, 0)
    rows: list[Row] = []
    for number, status in enumerate(states, 1):
        industry = chance.pick(INDUSTRIES)
        counts[industry] += 1
        running = status == "在营"
        grid, place = places[number - 1] if running else ("", len(places))
        used = shape.end - timedelta(days=chance.between(0, 300))
        rows.append(
            {
                "id": f"QY-{number:03}",
                "name": f"示例{industry}第 {counts[industry]} 公司",
                "uscc": credit_code(shape.seed, number),
                "status": status,
                "grid_ids": grid,
                "last_used_entry_on": used.isoformat() if running else "",
                "micro_grid_id": _micro_grid(shape, grid, place) if running else "",
                **_party(shape, grid, place, number, running=running),
                "risk_level": RISKS[number % len(RISKS)] if running else "",
                "env_key": "是" if running and number % ENV_EVERY == 0 else "否",
            }
        )
    return rows


RISKS = ("蓝", "蓝", "蓝", "黄", "蓝", "黄", "蓝", "橙", "蓝", "黄", "蓝", "蓝", "黄", "红")

ENV_EVERY = 12
"""Every so-many-th enterprise is on the list of those that matter to the environment."""


def _micro_grid(shape: Shape, grid: str, place: int) -> str:
    if place < min(3, shape.micro_per_grid):
        return f"{grid}-W{place + 1}"
    rest = shape.micro_per_grid - 3
    return f"{grid}-W{4 + (place - 3) % rest}" if rest > 0 else ""


def _party(shape: Shape, grid: str, place: int, number: int, *, running: bool) -> Row:
    members, status, org = 0, "无党员", ""
    if running and place < OWN_BRANCHES:
        members, status = 3 + number % 9, "单独组建"
        org = f"DZ-企{(int(grid[1:]) - 1) * OWN_BRANCHES + place + 1:02}"
    elif running and place < JOINT:
        members, status, org = 1 + number % 2, "联合组建", f"DZ-{grid}"
    return {
        "party_status": status if running else "",
        "party_status_updated_on": shape.ago(number % 50).isoformat() if running else "",
        "formal_party_members": str(members) if running else "",
        "party_org_id": org,
    }
