"""示例丁: a self-assessment half-way, from spreadsheets: some things fail, some are not in yet."""

from datetime import date

from samples.generator.plan import Plan, planted, subject
from samples.generator.world import (
    Shape,
    change,
    not_handed_in,
    numbered,
    remove,
    respond_after,
    without_columns,
)
from samples.generator.writing import csv_submission

NOTES = "示例数据，由程序生成，不是真实的社区、企业或个人。准备到一半的自评：有的没做到，有的还没收上来。"

PLAN = Plan(
    name="self-assessment",
    kind="self",
    shape=Shape(
        code="丁",
        seed=20250404,
        grid_sizes=(15, 33, 58, 27, 40, 61, 22, 35, 29, 30),
        idle=(("停业", 5), ("筹建", 3)),
        start=date(2025, 4, 1),
        end=date(2026, 3, 31),
        repairs=160,
        others=360,
        devices=(90, 10),
        orders=140,
    ),
    assessed_on=date(2026, 4, 15),
    visited_on=date(2026, 4, 15),
    enterprise_count=372,
    notes=NOTES,
    planted=(
        change("grids", ("G09", "G10"), party_org_id=""),
        change("digital_systems", ("XT-2",), security_filing=""),
        without_columns("enterprises", "last_used_entry_on"),
        without_columns("duty_rosters", "relieved_at"),
        *(
            respond_after(1860 + 300 * n, f"JX-{5 * n:03}")  # from 36 to 91 minutes
            for n in range(1, 13)
        ),
        remove("drills", ("YL-4", "YL-5")),
        change("emergency_supplies", ("WZ-01",), expiry_on="2026-03-31"),
        change("emergency_supplies", ("WZ-07",), quantity="150"),
        change("emergency_supplies", ("WZ-12",), checked_on="2025-09-28"),
        change("emergency_supplies", ("WZ-18",), checked_on=""),
        not_handed_in("incidents", "evaluations", "evaluation_scores", "evidence_files"),
        remove("devices", numbered("EQ-{:03}", range(71, 101))),
        change("hotlines", ("RX-1",), calls="", answered=""),
        change("evaluation_dimensions", ("WD-4",), weight=""),
    ),
)

LABELS = {
    "community": {
        "": "社区概况", "name": "社区名称", "region": "所在地", "park_name": "所在园区",
        "park_type": "园区类型", "authority": "主管单位类别", "established_on": "成立日期",
        "area_km2": "辖区面积", "enterprise_count": "企业总数",
        "above_scale_count": "规模以上企业数", "employee_count": "员工总数",
        "data_as_of": "数据截止日期",
    },
    "party_orgs": {
        "": "党组织", "id": "编号", "name": "名称", "level": "层级", "parent_id": "上级",
        "approval_doc_id": "批复文件",
    },
    "grids": {
        "": "基础网格", "id": "编号", "name": "网格名称", "party_org_id": "所属党支部",
        "party_area_id": "组织网区域代码", "service_area_id": "服务网区域代码",
        "governance_area_id": "治理网区域代码", "basis": "划分依据",
        "last_reviewed_on": "最近评估日期",
    },
    "micro_grids": {
        "": "微网格", "id": "编号", "name": "微网格名称", "grid_id": "所属基础网格",
        "mode": "划分方式", "party_group_id": "党小组",
    },
    "staff": {
        "": "人员", "id": "人员代号", "role": "角色", "employer_type": "来源单位",
        "grid_ids": "所在网格", "left_on": "离任日期",
    },
    "enterprises": {
        "": "企业", "id": "编号", "name": "企业名称", "status": "状态",
        "grid_ids": "所属基础网格",
    },
    "digital_systems": {
        "": "数字化系统", "id": "编号", "name": "系统名称", "kind": "形态", "status": "状态",
        "functions": "功能", "integrated_ids": "打通平台", "scenarios": "智慧场景",
        "security_filing": "备案或评估编号", "privacy_notice": "隐私告知",
    },
    "service_requests": {
        "": "诉求工单", "id": "编号", "enterprise_id": "企业", "device_id": "设备",
        "category": "类别", "urgent": "紧急", "in_park": "园区内", "submitted_at": "提交时间",
        "accepted_at": "受理时间", "first_response_at": "首次响应时间",
        "arrived_at": "到场时间", "closed_at": "办结时间",
    },
    "duty_rosters": {
        "": "值班班次", "id": "编号", "post": "值班岗位", "start_at": "到岗时间",
        "end_at": "离岗时间",
    },
    "emergency_plans": {
        "": "应急预案", "id": "编号", "title": "预案名称", "type": "类型",
        "revised_on": "最近发布或修订日期",
    },
    "drills": {
        "": "演练", "id": "编号", "title": "演练名称", "type": "类型", "date": "日期",
        "evaluation_doc_id": "评估文件",
    },
    "emergency_supplies": {
        "": "应急物资", "id": "编号", "item": "物资名称", "required_quantity": "应备数量",
        "quantity": "实有数量", "has_expiry": "有有效期", "expiry_on": "有效期至",
        "checked_on": "最近检查日期",
    },
    "devices": {
        "": "设备", "id": "编号", "name": "设备名称", "enterprise_id": "企业", "model": "型号",
        "installed_on": "安装日期", "vendor": "供应商", "last_maintained_on": "最近维护日期",
        "file_created_on": "建档日期",
    },
    "repair_unification": {
        "": "维修统一管理事项", "id": "编号", "aspect": "事项", "established": "已统一",
        "doc_id": "依据文件",
    },
    "repair_orders": {
        "": "维修派工单", "id": "编号", "request_id": "诉求工单", "dispatched_at": "派工时间",
        "onsite": "上门", "due_at": "约定完工时间", "completed_at": "完工时间", "parts": "配件",
    },
    "hotlines": {
        "": "热线", "id": "编号", "name": "热线名称", "purpose": "用途", "public": "已公布",
        "calls": "来电数", "answered": "接通数",
    },
    "issue_classes": {
        "": "归集的问题类", "id": "编号", "title": "问题类名称", "request_ids": "所含工单",
        "action_doc_id": "共性措施文件", "formed_on": "形成日期",
    },
    "evaluation_schemes": {
        "": "考评办法", "id": "编号", "title": "办法名称", "in_force": "现行",
        "doc_id": "成文文件", "procedure": "步骤",
    },
    "evaluation_dimensions": {
        "": "考评维度", "id": "编号", "scheme_id": "所属办法", "name": "维度名称",
        "weight": "权重", "evaluator": "考评主体", "evaluator_kinds": "主体类别",
    },
    "documents": {
        "": "文件", "id": "编号", "title": "文件标题", "effective_on": "成文或发布日期",
    },
}  # fmt: skip
"""Chinese names of the tables and columns handed in, as the data dictionary has them."""


def make() -> dict[str, bytes]:
    """Return the files as a spreadsheet program leaves them."""
    items = [
        ("表单版本", "1"),
        ("评价类型", "自评"),
        ("示例数据", "是"),
        ("评价期起", "2025/4/1"),
        ("评价期止", "2026/3/31"),
        ("评价日", "2026/4/15"),
        ("备注", PLAN.notes),
        ("设备", "部分填报"),
    ]
    tables = {"community": [subject(PLAN)], **planted(PLAN)}
    return csv_submission(items, tables, LABELS)
