export const certificates = {
  check: {
    title: "查证书真伪", heading: "查证书真伪", says: "扫证书上的二维码，或把码里的文字粘在下面。不用登录。", text: "码里的文字", textHint: "以 JGT1 开头，或整个网址", name: "持证人姓名（可不填）", nameHint: "填了就核对是不是本人的，不会保存", submit: "查",
    valid: "有效", validSays: "由登记的发证机构签发，没有改动。", expired: "已过期", expiredSays: "是真的，但有效期已过。", revoked: "已吊销", revokedSays: "是真的，但发证机构已收回，不再算数。", forged: "不是这里发的，或被改动过", forgedSays: "核对不上签名。请看原件，或问发证机构。",
    nameYes: "姓名对得上。", nameNo: "姓名对不上：这张证书不是这个人的。", offline: "不联网也能查：用公布的公钥核对签名（Ed25519），再查吊销名单。", keys: "公钥", list: "吊销名单",
    photo: "拍证书上的二维码", photoSays: "在这部手机上核对，照片和姓名都不会发出去。", photoLabel: "拍照或选一张照片", reading: "正在找二维码……", noCode: "照片里没找到二维码。走近一点、拍正、光线亮一些，再拍一次；或把码里的文字粘在下面。",
    keep: "存到手机，断网也能查", kept: "已存到手机，断网也能查", notKept: "这部手机还没有存公钥和吊销名单，查的时候要联网。", listOf: "吊销名单是 {{at}} 的。",
  },
  sheet: { demo: "演示系统打印，不是真证书。", title: "证书（打印）", back: "回到证书", print: "打印", holder: "持证人", says: "经考核合格，特发此证。", scan: "扫码查真伪，不用登录，断网也能查", lost: "丢了不要紧：登录晋岗通再打印一张，二维码一样有效。" },
  own: { title: "可核验的二维码", says: "让用人单位扫一扫，就能查真伪。码里没有您的姓名和身份证号。", alt: "证书的二维码", open: "看查到的结果", sheet: "打印证书" },
  lookup: { title: "证书库查询：", WAITING: "还没查", FOUND: "查到了", NOT_FOUND: "查无此证", MISMATCHED: "查到了，但对不上", UNREACHED: "证书库连不上", differs: "不一样的：{{what}}。", difference: { kind: "种类", level: "等级", issuedOn: "发证日期", holder: "持证人" }, askedAt: "{{at}} 查的。", againAt: "{{at}} 后再查。", noMore: "不再自动查，请看照片核验。", final: "查询结果只作参考，以您的决定为准。" },
  link: { certified: "人人持证", waiting: "待核验", ending: "快到期", issuers: "发证机构" },
  notices: { revoked: "您的一张证书被吊销了，看原因", ending: "您的一张证书快到期，请找发证机构换证" },
  revoke: { title: "吊销", says: "由平台登记的机构签发。吊销后马上进吊销名单，不能恢复；会通知持证人。", done: "已于 {{at}} 吊销，在吊销名单上。", reason: "吊销原因", reasonHint: "持证人会看到，请写清楚", submit: "吊销这张证书", issuer: "看发证机构" },
  issuers: {
    title: "发证机构", says: "本辖区登记的机构，和上级登记、也给本辖区的人发证的机构。只能在获准的范围内发证。", none: "还没有登记发证机构。", name: "机构全称", region: "范围", where: "可给哪里户籍的人发证", kinds: "可发的证书种类", comma: "、",
    occupations: "可发的职业", occupationsHint: "职业代码的开头，用空格隔开，如 6-18 4-10；不填为全部职业", all: "全部职业", from: "从哪天起", to: "到哪天止", toHint: "这一天起不能再发；不填为长期", until: "不能再发的日期", open: "长期", document: "批准文号", state: "状态", states: { ACTIVE: "可以发证", ENDED: "已到期", SUSPENDED: "已暂停" },
    issued: "已发（本辖区）", revoked: "已吊销", add: "登记一家发证机构", submit: "登记", saved: "已保存。", suspendedAt: "已于 {{at}} 暂停：{{reason}}", list: "发出的证书", listSays: "发给本辖区的人的。点编号看详情，或吊销。", noneIssued: "还没有发过证书。", holds: "没有吊销",
    suspend: "暂停发证", suspendSays: "暂停后不能再发；以前发的不变。", reason: "暂停原因",
  },
  certified: {
    title: "人人持证", heading: "{{region}}人人持证", says: "脱贫人口和监测对象里有劳动能力的人，有多少人持有效证书。按人数算，一人只算一次。", day: "哪一天", show: "查看", on: "{{day}}", rule: "有效：已核验或平台签发，没有过期，没有吊销。培训合格证书不是技能等级，所以两个数都列。",
    figure: "不算培训合格：{{without}}；算培训合格：{{with}}（共 {{people}} 人）", without: "持证，不算培训合格", with: "持证，算培训合格", withoutShare: "不算培训合格的比例", withShare: "算培训合格的比例", up: "回上一级", region: "地区", people: "有劳动能力的人", monitored: "其中监测对象", PROPER: "只有培训合格", ANY: "没有有效证书",
    peopleSays: "{{day}}，共 {{n}} 人。", nobody: "没有这样的人。", group: "类别", isMonitored: "监测对象", isLifted: "脱贫人口",
  },
  ending: { title: "快到期的证书", says: "{{days}} 天内到期、还有效的证书。到期前 {{days}} 天和 {{last}} 天各提醒持证人一次。", none: "{{days}} 天内没有到期的证书。", left: "还剩", leftDays: "{{n}} 天", told: "已提醒", times: "{{n}} 次" },
};
