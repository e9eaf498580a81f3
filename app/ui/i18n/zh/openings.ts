import type { Opening, OpeningKind } from "#app/domain/audit/opening.ts";
import type { PurposeGroup, UnusualKind } from "#app/domain/audit/unusual.ts";

export const openings = {
  title: "谁看了个人信息", lead: "本地账号最近 30 天打开了谁的信息、为了什么。每次打开都有记录；您看这一页，也有记录。", chart: "每天打开多少次，为了什么", chartSays: "点一天，看那一天的记录。看这一页的不画在图里，只列在下面。",
  group: { ASKED: "为一个人的事（打电话、上门、核对……）", FORM: "打印表册", PAY: "发钱", PAGE: "办事页面上看到" } satisfies Record<PurposeGroup, string>,
  unusual: "要问一问的", unusualSays: "不一定有错：问问本人为了什么，记得住、说得清就好。", unusualNone: "最近 30 天没有特别的。",
  unusualKind: { MANY: "一天打开特别多", HOURS: "夜里打开（22 点到 6 点）", PLACE: "平时不管的乡镇" } satisfies Record<UnusualKind, string>,
  many: "一天 {{n}} 次，平常一天 {{usual}} 次", hours: "夜里 {{n}} 次", elsewhere: "{{town}}的 {{n}} 人；平时看的乡镇有 {{usual}} 人", count: "次数或人数", usual: "平常", town: "乡镇", look: "看记录", lookFor: "看{{name}} {{day}} 的记录",
  list: "打开的记录", none: "没有这样的记录。", noneSays: "换个条件再查。", filter: "查", all: "全部", clear: "不筛选", at: "时间", day: "哪一天", officer: "谁", place: "哪里的", what: "看了什么", purpose: "为了什么", words: "原话", person: "谁的", refused: "没有办成", of: "只看关于{{name}}的", total: "共 {{n}} 次",
  kind: { CALL: "打电话联系", VISIT: "上门", CHECK: "核对情况", COMPLAINT: "处理投诉", OTHER: "别的，写了原因", HIRING: "用工联系", TRAVEL: "组织出行", FORM: "打印表册", PAY: "发钱", SERVICE: "办事（页面自带）", WORDS: "自己写的原因" } satisfies Record<OpeningKind, string>,
  action: {
    "see-contact": "姓名和电话", "see-drawn-phone": "抽查对象的电话", "see-placement": "就业台账", "see-certificate": "证书", "see-photo": "证书照片", "see-care-case": "回访与求助", "see-watch-case": "监测预警", "see-household": "一户人", "see-claim": "补贴申请", "see-claims": "一个人的补贴", "see-days": "出工日历", "see-startup": "返乡创业",
    "see-county-people": "县里计入的人", "see-count-sample": "抽查名单", "see-run-people": "匹配名单", "see-simulated-people": "模拟名单", "see-restatement": "改数涉及的人", "see-uncertified": "没有证书的人", "see-workshop-people": "车间用工", "see-issued-certificates": "发出的证书", "see-employer": "用人单位", "see-openings": "本页",
    "open-form": "打印的表，写着姓名和号码", "open-roster": "花名册，写着姓名和号码", "open-roll-names": "考勤表，写着姓名", "open-bank-file": "银行文件，写着账号", "repeat-bank-file": "银行文件，再取一次", "make-bank-file": "银行文件，写着账号", "fetch-roster-report": "花名册核对结果", "print-dispatch-cards": "乘车卡", "export-table": "表格文件",
  } satisfies Record<Opening, string>,
  chain: "记录有没有被动过", chainSays: "记录一条扣一条封存，改一条、删一条都查得出。每天自动核对新的部分。", chainNever: "还没有核对过：后台启动后第一个整点会核对。", chainGood: "{{at}} 核对过，到第 {{seq}} 条为止和封存时一样。", chainBad: "{{at}} 核对时有 {{n}} 处和封存时不一样。不要改动任何东西，请系统管理员做一份备份，再运行下面的命令并上报。", chainLastGood: "上一次没有问题是 {{at}}，到第 {{seq}} 条。", chainHow: "系统管理员从头到尾核对：",
};
