/** Texts of recruiting: an employer's registration, lawful posts, candidates, honest ads. */
export const recruit = {
  register: {
    title: "用人单位注册", lead: "有营业执照的单位都可以注册，不收费。人社部门核验后就能发布岗位。", link: "用人单位在这里注册", have: "您已登录单位账号，去我的岗位", haveAccount: "已有账号？登录",
    name: "单位名称", nameHint: "和营业执照上的一样", code: "统一社会信用代码", codeHint: "18 位，在营业执照右上角。以后用它登录", kind: "怎么招人", licence: "人力资源服务许可证编号", licenceHint: "只有经营性机构要填", region: "单位所在地",
    contact: "联系人", phone: "联系电话", phoneHint: "人社部门核验时打这个电话；求职者同意以后才看得到", passwordHint: "至少 10 个字符，不要用信用代码或电话", passwordAgain: "密码没有保存，请再输一次。",
    submit: "提交注册", after: "提交后，所在县区的人社部门会核对执照和电话，一般几个工作日。", done: "注册已提交，等人社部门核验。下次用信用代码 {{code}} 和密码登录。",
  },
  kindSays: { OWN_RECRUITING: "给自己单位招人", COMMERCIAL_AGENCY: "替别的单位招人，要有人力资源服务许可证。岗位会标明“中介”，搜索默认不显示", PUBLIC_AGENCY: "政府办的公共就业服务机构" },
  bureau: {
    open: "查看办理", dueSoon: "快到期", facts: "登记情况", account: "账号", hasAccount: "单位自己注册", noAccount: "没有账号，来自导入的招聘信息", registered: "登记日期", noLicence: "没有填写", reason: "人社部门的说明",
    look: "核对营业执照、许可证和电话。每次通过都从当天重新计算复核期限。", again: "已经通过。复核无误，再点一次。", approveSays: "执照、代码、电话都对得上，就通过。", suspendReason: "为什么暂停", suspendHint: "单位会看到这句话",
  },
  recheck: { dueSoon: "按规定至少每半年复核一次。请在 {{day}}前联系当地人社部门复核。", overdue: "复核期限 {{day}}已过，岗位上不再显示“已核验”。请尽快联系当地人社部门。" },
  check: {
    button: "先检查一遍", blocked: "必须改：", advised: "建议改：", unlawful: "有不合法的地方，改了才能发布。", lawful: "没有不合法的地方。下面几点改一改，更招得到人。", fine: "没有发现问题，可以发布。",
  },
  form: { onBehalfOf: "用工单位", onBehalfOfHint: "替哪个单位招人，写全称", template: "从样板开始", noTemplate: "不用样板", useTemplate: "填入样板" },
  renew: {
    title: "确认并续期", link: "内容没变？确认并续期", short: "续期", says: "看一遍，都属实就续。首次发布日期不变，续期不会排到前面。", first: "首次发布", confirmedOn: "上次确认", confirmBy: "不确认就下架", edit: "有变化，去修改",
    confirm: "岗位还在招，上面每一项都属实", send: "确认并续期", done: "已续期，几秒钟后搜索里就是新的截止日期。", soon: "{{day}}前请确认",
  },
  upload: {
    title: "批量发布岗位", link: "用表格批量发布", says: "一行一个岗位，每行都按规定检查。合格的马上发布，不合格的说明原因，改好再传。", template: "下载表格样板", file: "表格文件", fileHint: "XLSX 或 CSV，1 MB 以内，一次最多 500 行", send: "上传并发布",
    report: "逐行结果", counts: "共 {{rows}} 行：发布 {{published}}，重复 {{duplicate}}，没有发布 {{refused}}。", cut: "从第 {{line}} 行起没有读，请分开再传。", line: "行", outcome: "结果", why: "原因", published: "已发布", duplicate: "重复", refused: "未发布",
  },
  honesty: {
    title: "诚信招聘分", score: "{{n}} / {{of}}", unknown: "满分 100，另外 {{n}} 分的事还不知道。", points: "{{n}} / {{of}} 分", notCounted: "暂不计分", how: "按这五项算，只看事实；还不知道的不计分。",
    employer: "单位核验", hires: "有没有人到岗", pay: "工资兑现", reports: "举报", age: "信息新旧",
    says: {
      verified: "人社部门已核验，复核没有过期", overdue: "核验过，但复核已过期", unverified: "人社部门还没有核验",
      hires: "这个岗位招 {{openings}} 人，已定 {{filled}} 人，到岗 {{arrived}} 人；单位累计到岗 {{atEmployer}} 人", hiresUnknown: "新岗位，还没有人到岗",
      pay: "{{reports}} 位到岗的人报了实发工资，{{kept}} 位拿到了招聘时写的最低工资", payUnknown: "报实发工资的有 {{reports}} 人，满 {{least}} 人才公布",
      reports: "一年内待查的举报 {{open}} 件，查实 {{upheld}} 件", age: "首次发布 {{days}} 天，{{confirmedDays}} 天前单位确认过",
    },
  },
  pay: { title: "实际发了多少工资", says: "填了只用来核对招聘时写的工资，不显示您的名字；满三个人才公布。", month: "月份", monthHint: "例如 2026-11", yuan: "当月应发（元）", send: "提交" },
  flags: {
    title: "招聘警示", link: "看招聘警示", says: "岗位多、看的人多却没有人到岗的单位，和单位之间内容雷同的岗位。查过以后写明结果。", none: "辖区内没有待查的警示。", done: "已办结。", note: "查得怎么样", close: "办结", raised: "{{day}}发现",
    kind: { NO_HIRE: "只发不招", NEAR_DUPLICATE: "内容雷同" }, noHire: "半年内发布 {{ads}} 个岗位，被看 {{views}} 次，从 {{day}}起没有一人到岗。", copy: "内容有 {{percent}}% 相同：",
  },
  hiring: {
    title: "招聘进展", invite: "邀请", invited: "邀请已发出。对方同意以后，您才看到姓名和电话。", inTouch: "正在联系的人", somebody: "一位求职者", since: "更新日期", proposed: "系统推荐的人", live: "现在合适的人", liveSays: "正在找这种工作的人，按同一套分数排。没问过本人，所以不显示姓名。", nobody: "现在没有合适的人在找这种工作。", full: "这个岗位招满了。还要招人，请把招几人改大。",
    phone: "电话", noPhone: "没有登记电话，请到当地人社部门或村里找", notYet: "对方同意以后才能看到", recorded: "您看了电话，系统有记录，本人也能知道。", hiredSays: "已录用。人到了，请确认到岗；人走了，也请记一笔。", next: "下一步", steps: "经过",
    meetOn: "面试日期", meetNote: "时间、地点、找谁", doINTERVIEW: "约面试", offerNote: "说明", offerHint: "报到日期、带什么证件。录用记入台账", doOFFERED: "录用", closeNote: "原因", doCLOSED: "不再联系",
    state: { INVITED: "已邀请，等答复", AGREED: "同意联系", INTERVIEW: "约了面试", OFFERED: "已发录用，等答复", HIRED: "已录用", DECLINED: "对方谢绝", CLOSED: "已结束" },
  },
  invitations: {
    title: "单位的邀请", says: "有单位想请您去。您同意以前，单位看不到您的姓名和电话。", none: "还没有单位邀请您", agree: "同意联系", agreeSays: "同意以后，单位能看到您的姓名和电话，您也能看到单位的。", decline: "不去", link: "单位的邀请",
    waiting_one: "有 {{n}} 家单位等您答复", waiting_other: "有 {{n}} 家单位等您答复",
    is: { INVITED: "单位邀请您。愿意聊聊，就点同意。", AGREED: "您同意了联系，等单位约时间。", INTERVIEW: "单位约您面试，时间地点见下面。", OFFERED: "单位要录用您。去不去，您定。", HIRED: "您已接受这份工作。", DECLINED: "您已谢绝。", CLOSED: "单位结束了这次联系。" },
  },
  notices: { "hiring-invited": "有单位邀请您：{{title}}", "hiring-interview": "单位约您面试：{{title}}", "hiring-offered": "单位要录用您，请答复：{{title}}", "hiring-closed": "单位结束了联系：{{title}}" },
  appeal: {
    link: "为什么没人报名", title: "为什么没人报名", says: "和同类岗位比一比，缺什么补什么。", within: { county: "本县", city: "本市", province: "全省" },
    "pay-below": "工资低：您给的平均 {{pay}} 元/月，{{within}}同工种 {{posts}} 个岗位的中间数是 {{median}} 元/月。", "pay-fair": "工资不低：您给的平均 {{pay}} 元/月，{{within}}同工种 {{posts}} 个岗位的中间数是 {{median}} 元/月。", "pay-unknown": "同工种的岗位太少，工资比不了。",
    "no-housing": "没有写包住。想干这行的人里有 {{elsewhere}} 位家在外县，他们先看有没有地方住。", far: "想干这行的人：本县 {{near}} 位，外县 {{elsewhere}} 位。外县的要算路费和住处。", "few-seekers": "现在没有人登记想干这个工种。可以写上能带学徒，或者放宽证书要求。",
  },
  search: { agency: "包括中介代招", agencyOn: "含中介代招", agencyLegend: "中介" },
};
