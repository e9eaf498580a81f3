import type { DeskGroup, DeskQueue } from "#app/data/read-models/workbench.server.ts";

export const desk = {
  title: "办事台", nav: "办事台", nothing: "眼下没有等您办的事。", sum: "有 {{waiting}} 件事等您办。", sumLate: "有 {{waiting}} 件事等您办，其中 {{late}} 件已过期限。", late: "过期 {{n}}",
  groups: { people: "人", work: "单位与岗位", money: "钱", count: "计数" } satisfies Record<DeskGroup, string>,
  queues: {
    watch: "监测预警待处置", checkins: "回访与求助待处理", questions: "提问待答复", certificates: "证书待核验", rosters: "花名册待您决定", dispatches: "专车专列三天内出发", noShows: "没上车的人待打电话",
    booths: "招聘会有展位待批准", employers: "单位待核验", reports: "岗位举报待查", flags: "广告提醒待看", welfare: "公益性岗位待审", workfare: "以工代赈工程劳务占比告急",
    claims: "补贴申请待审", claimsToPay: "补贴已审待发", welfareSheets: "公益性岗位补贴表未办结", workfareSheets: "以工代赈工资表未办结", samples: "抽查待打电话",
  } satisfies Record<DeskQueue, string>,
  places: "去办",
  placeNames: {
    "/bureau/welfare/quotas": "公益性岗位名额与资金", "/bureau/welfare/exits": "公益性岗位到期与退出", "/bureau/workfare": "以工代赈工程", "/bureau/workshops": "就业帮扶车间与返乡创业", "/bureau/certified": "人人持证", "/bureau/certificates/ending": "快到期的证书", "/bureau/issuers": "发证机构", "/bureau/operators": "机构账号", "/bureau/training": "职业技能培训", "/bureau/brands": "劳务品牌", "/board/brands": "各县有没有品牌", "/bureau/dispatches": "点对点输出", "/bureau/fairs": "招聘会", "/bureau/drives": "春风行动等活动", "/bureau/agreements": "劳务协作协议", "/bureau/stations": "劳务服务站", "/bureau/overseas": "出境务工：许可和备案", "/agent/register": "登记劳动者",
    "/board/samples": "随机抽查", "/board/months": "月度定账", "/board/calibers": "口径", "/policy/regimes": "两期政策对照", "/bureau/audit": "谁看了个人信息",
  },
};
