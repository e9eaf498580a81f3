import { agentPaper } from "./agent-paper.ts";
import type { ConsentPurpose } from "#app/domain/person/identity.ts";
import type { HEARD_BY, Reach, RegisteredField } from "#app/domain/person/registration.ts";

export const agent = {
  nav: "村里的人", navRegister: "登记", title: "村里的人", heading: "{{place}}", register: "登记一个人",
  needsScript: "没有信号时也能登记，但要开启浏览器的脚本（JavaScript）。现在没有开启，只能在有信号时登记。",
  fact: {
    name: "姓名", phone: "手机号", homeRegionCode: "村（社区）", occupationCodes: "工种", reach: "愿意去哪里", leastPay: "最低工资", needsHousing: "住宿",
  } satisfies Record<RegisteredField, string>,
  reach: { HOME: "走不开，只在家附近", COUNTY: "本县", PROVINCE: "省内都行", COUNTRY: "全国都行", ABROAD: "国外也行" } satisfies Record<Reach, string>,
  consent: {
    SERVICE: "同意登记保存本人信息，用来找工作、办补贴", EMPLOYERS: "同意用人单位看到遮挡姓名后的求职信息，并发出邀请", SMS: "同意接收岗位和办事进度的短信",
  } satisfies Record<ConsentPurpose, string>,
  how: { AGENT: "我当面问过，本人说同意", PAPER: "本人签了授权书" } satisfies Record<(typeof HEARD_BY)[number], string>,
  form: {
    title: "登记", heading: "登记一个人", lead: "只填姓名和身份证号，其余点选。一般不用两分钟。", nameHint: "和身份证上的一样", id: "身份证号", idCount: "已输 {{n}} 位，共 18 位", born: "号码正确：{{day}} 出生，{{sex}}",
    phone: "手机号（选填）", phoneHint: "没有就空着，登记后打印回执单", trades: "会干什么、想干什么", tradesHint: "最多点三个，本县找得最多的排在前面", ownWords: "或者照他的话写", ownWordsHint: "例如：砌过砖、伺候过老人",
    otherTrade: "别的工种", otherTradeLabel: "从全部工种里选一个", reach: "愿意去哪里", pay: "每月最少要多少", anyPay: "不限", payFrom: "{{n}} 元", housing: "住宿", housingYes: "要包住", housingNo: "不要求包住",
    consents: "本人同意哪些事", consentsHint: "一条一条念给本人听，同意哪条点哪条", needed: "登记必须有这一条", how: "怎么同意的", sheet: "授权书编号", sheetHint: "签了授权书才填", submit: "登记",
  },
  place: { title: "先选地方", says: "登记要落到村。请选您要登记的乡镇。" },
  known: {
    title: "这个人已经登记过", says: "这个身份证号已有记录。下面是两边不一样的地方，原有的遮挡显示。请当面问清楚，要改的打勾。", movedOn: "您看过之后，这条记录又有人改过。请照最新的再看一遍。", legend: "不一样的地方",
    stored: "原来：", typed: "这次：", nothing: "没有填过", hint: "不打勾的保持原样。本人这次同意的事项会一起记下。", submit: "照打勾的办", leave: "不改，登记下一个人",
  },
  outcome: { CREATED: "新登记", CHANGED: "已更新", UNCHANGED: "已记下授权" },
  entry: {
    title: "登记结果", headingCREATED: "已登记：{{name}}", headingCHANGED: "已更新：{{name}}", headingUNCHANGED: "已记下授权：{{name}}", bySms: "已给本人发短信，告诉他登记了什么、不同意找谁。", noPhone: "本人没有手机号，请打印回执单交给他。",
    when: "填写时间", ownWords: "他的话", next: "登记下一个人", receipt: "打印回执单", back: "回到村里的人",
  },
  work: {
    title: "要办的人", says: "共 {{total}} 人，{{seeking}} 人在找工作，{{unfinished}} 人资料不全。要办的排在前面。", none: "还没有登记的人", noneSays: "登记第一个人，就会出现在这里。", state: "情况", missing: "还缺什么", do: "办事",
    seeking: "在找工作", placed: "已有工作", resting: "暂不找", proposal: "有推荐等答复", complete: "不缺", nowish: "求职意向", nophone: "手机号", noconsent: "授权", answer: "替他答复", forms: "打印表格",
  },
  recent: { title: "最近登记的", none: "还没有登记过。" },
  offline: { title: "离线登记", heading: "没有信号，也能登记", lead: "填好先加密存在这台手机上，有信号时自动上传。", wide: "您管的范围较大，离线登记只供乡镇和村使用。请在有信号时登记。" },
  queue: {
    title: "这台手机上等着上传的", lead: "加密存放，上传成功才从手机上删掉。", waiting: "{{n}} 条等着上传", waitingNone: "没有等着上传的", othersWaiting: "这台手机上还有别的工作人员的 {{n}} 条，要由他本人登录后上传。",
    locked: "{{n}} 条等着上传，已加密。输入口令才能查看和上传。", wrongPin: "口令不对，请再试。", pinShort: "口令至少 6 位。", pinSimple: "这个口令太简单，请换一个。", pinDiffers: "两次输入的口令不一样。",
    saved: "已加密存在手机上：{{name}}。有信号时会上传。", savedNote: "现在传不上去。请用口令把这条加密存在手机上，填的内容还在上面。", sending: "正在上传第 {{n}} 条，共 {{total}} 条", sent: "已上传 {{n}} 条。", offline: "没有信号，还没有上传。", signIn: "登录已过期，请重新登录再上传。手机上的都还在。",
    serverAway: "服务暂时不可用，手机上的都还在，请稍后再传。", tooMany: "操作太频繁，请过一会儿再传。手机上的都还在。", again: "{{n}} 条要您决定，见上面。", edit: "修改", editing: "正在改手机上存的这一条，改完点“登记”。", drop: "删掉", dropSure: "从手机上删掉 {{name}} 这一条？删掉就没有了。",
    known: "这个人已经登记过。两边不一样的，请问清楚，要改的打勾。", movedOn: "您看过之后，这条记录又有人改过。请照最新的再看一遍。", stored: "原来：", typed: "这次：", take: "照打勾的办", refused: "没有收下，请改：", at: "{{time}} 填写",
    wiped: "已清空，可以设新口令。", openSent: "看结果", noStore: "这个浏览器不能离线登记。", saveFailed: "没有存上，手机空间可能满了。填的内容还在上面，请不要关闭。", idWrong: "身份证号不对，请对照身份证重填。", busy: "请稍等…", sync: "现在上传",
  },
  pin: {
    setTitle: "设一个口令，离线登记用", setSays: "没有信号时，登记的内容用口令加密，只存在这台手机上。口令不上传，谁也找不回来，请记牢。出门前先设好。", new: "口令", newHint: "至少 6 位，数字、字母、汉字都行，越长越安全", again: "再输一次", set: "设好",
    openTitle: "输入口令", pin: "口令", open: "打开", forgot: "忘了口令", wipeSays: "口令找不回来。清空后可以设新口令，但这台手机上等着上传的 {{n}} 条会全部丢失，要重新找人登记。已经上传的不受影响。", wipe: "清空这台手机上的登记", lock: "锁上",
  },
  roster: { link: "打印外出务工人员名册" },
  paper: agentPaper,
};
