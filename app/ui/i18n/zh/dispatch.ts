export const dispatch = {
  nav: "劳务输出", ledger: "凭据：随车（列）到达", saved: "已保存。", none: "—", 
  links: { dispatches: "专车专列", agreements: "劳务协作", stations: "服务站" },
  vehicle: { BUS: "大巴", TRAIN: "火车" },
  state: { PLANNED: "计划", OPEN: "报名中", BOARDING: "上车中", DEPARTED: "在路上", ARRIVED: "已到达", CLOSED: "已办结", CANCELLED: "已取消" },
  step: { OPEN: "开始报名", BOARDING: "开始上车", DEPARTED: "发车", ARRIVED: "车到了", CLOSED: "办结", CANCELLED: "取消这趟" },
  event: { PLANNED: "计划", CHANGED: "改了时间、地点或车辆", OPEN: "开始报名", BOARDING: "开始上车", DEPARTED: "发车", ARRIVED: "车到了", CLOSED: "办结", CANCELLED: "取消" },
  seat: { ASKED: "等答复", YES: "去", DECLINED: "不去", WITHDRAWN: "退出", LAPSED: "没有成行", BOARDED: "在车上", NO_SHOW: "没来", ARRIVED: "已到", LEFT: "中途下车" },
  followUp: { ILL: "生病", CHANGED_MIND: "改主意了", WENT_ALONE: "自己去了", NOT_REACHED: "没联系上" },
  list: { title: "点对点输出", says: "一趟车一张名单：谁去、谁上了车、谁到了。", new: "计划一趟", none: "没有这样的车次。", total: "{{n}} 趟", all: "全部状态", filter: "筛选", trip: "去哪里", gather: "集合", taken: "已定/座位", aboard: "上车", arrived: "到达", noShow: "没来", state: "状态", leaving: "{{days}} 天内出发、还没发车的", noShows: "没来、还没打电话的人", noShowsNone: "没来的人都打过电话了。", reset: "看全部车次", from: "从哪里" },
  plan: {
    title: "计划一趟专车专列", home: "从哪里组织", place: "目的地", destination: "具体到哪里", destinationHint: "如“北京市朝阳区亦庄产业园东门”", agreement: "按哪份协议", noAgreement: "不按协议", station: "到站服务站", noStation: "没有服务站", posts: "为哪些岗位（可不填）", postsHint: "贴岗位网址或编号，一行一个，最多 10 个",
    vehicle: "交通工具", plate: "车牌或车次", capacity: "座位数", driverName: "司机姓名（可不填）", driverPhone: "司机电话（可不填）", escortName: "带队人姓名", escortPhone: "带队人电话", escortUser: "带队人的账号（在手机上点名用）", noEscortUser: "由经办人点名", gatherPlace: "集合地点", gatherAt: "集合时间", departsAt: "发车时间", arrivesAt: "预计到达", fare: "车费", PUBLIC: "公共资金出", OWN: "本人或单位出", submit: "保存计划",
  },
  page: {
    escort: "带队人", driver: "司机", fare: "车费", agreement: "协作协议", station: "服务站", posts: "岗位", departs: "发车", arrives: "预计到达", departed: "实际发车", arrived: "实际到达", seats: "座位", next: "下一步", reason: "原因（取消时必填）", cancelled: "已取消：{{reason}}", boarding: "点名（上车、到达）", cards: "打印乘车卡", change: "改时间、地点或车辆", changeSays: "改了时间或地点，名单上的人会收到通知。", changeSubmit: "保存修改",
    people: "名单", nobody: "名单还是空的。", name: "姓名", phone: "电话", number: "座位", code: "短码", status: "状态", act: "办理", yes: "打过电话：去", no: "打过电话：不去", yesFor: "{{name}}去", noFor: "{{name}}不去", gone: "不去、退出或没有成行的 {{n}} 人不在表里。", add: "请人", addSays: "答应了目的地岗位、还没出发的人。打勾，一起请。每个人自己答复；没手机的打电话问，再点“去”。", addNone: "目的地没有等着出发的人。可以按身份证号请本地区登记的人。", addSubmit: "请勾选的人", idNumber: "按身份证号请一个人", addOne: "请这个人", ofPosts: "本趟岗位", hiredAt: "岗位",
    followUp: "没来的人", followUpSays: "打电话问清楚。没来的人不算到达。自己去了的，照常由单位确认到岗。", why: "电话里怎么说", note: "备注（可不填）", record: "记下", recordFor: "记下{{name}}", followed: "已问：{{why}}", history: "经过", when: "时间", what: "事情", who: "谁",
    bar: "这趟车的人", barOf: "{{n}} 人", placement: "就业台账",
  },
  board: {
    title: "点名", head: "{{place}} · 点名", says: "扫乘车卡、输入六位短码，或在名单上点。没信号也能点，有信号时自动补交。", BOARDED: "上车", ARRIVED: "到达", card: "乘车卡或短码", cardHint: "六位数字，或扫码得到的字", submitBOARDED: "上车了", submitARRIVED: "到了", scan: "打开相机扫码", stop: "关掉相机", noCamera: "相机打不开。请输入短码，或在名单上点。", off: "没上", offFor: "{{name}}没上车，撤回", left: "中途下车", leftFor: "{{name}}中途下车", leftWhy: "中途下车的原因", boardFor: "{{name}}上车了", arriveFor: "{{name}}到了", all: "其余在车上的人都到了（电话点过名）", done: "{{name}}（{{seat}} 号）：{{state}}", again: "{{name}}（{{seat}} 号）已经记过了：{{state}}", waiting: "还有 {{n}} 条没交上去，有信号时自动交。", sent: "都交上去了。", count: "上车 {{aboard}} / {{all}}", countArrived: "到达 {{arrived}} / {{aboard}}", closed: "这趟车现在不点名。先在车次页上点“开始上车”。", back: "回到车次", lead: "{{gather}} 集合，{{place}}",
  },
  card: {
    title: "乘车卡", name: "乘车人", seat: "座位", seatValue: "{{n}} 号", code: "短码", qr: "乘车卡二维码，上车和到达时给带队人扫", when: "集合时间", where: "集合地点", departs: "发车", arrives: "预计到达", to: "目的地", vehicle: "车", escort: "带队人", bring: "带身份证。提前 20 分钟到。车费：{{fare}}。", fareFree: "不用您出", fareOwn: "自己出", emergency: "应急卡", contact: "出事找谁", contactBlank: "（请本人填写）姓名____________ 电话____________", police: "报警 110", ambulance: "急救 120", rights: "欠薪、维权 12333", station: "服务站", print: "打印", all: "全部乘车卡", allSays: "给没有手机的人：一人一张，剪开发下去。打印已记入查看记录。", noneToPrint: "还没有人答应去。", cardOf: "{{name}}的乘车卡",
  },
  mine: {
    title: "我的专车专列", none: "还没有人请您坐专车。", says: "县里组织的大巴、火车。去不去您自己定。", go: "看一下", answer: "您去不去？", yes: "我去", no: "我不去", leave: "我不去了，退出", waiting: "请您答复", going: "您答应去了", over: "这趟您没有去", arrived: "已记您到达。单位还会确认到岗。", cancelled: "这趟取消了：{{reason}}", contactTitle: "紧急联系人", contactSays: "路上出事时打给他。只有您和打印乘车卡的人看得到。", name: "姓名", relation: "是您的什么人", phone: "电话", save: "保存紧急联系人", saved: "已保存。", link: "我的专车专列", aboard: "您在车上", noShow: "记的是您没来", fare: "车费",
  },
  notices: { invited: "有一趟专车专列请您答复", time: "您的专车专列改了时间或地点", cancelled: "您的专车专列取消了", reminder: "明天坐专车专列出发" },
  agreement: {
    title: "劳务协作协议", says: "和京津冀、长三角、粤港澳，和省内别的县。结果从就业台账里数。", new: "登记一份协议", none: "还没有协议。", number: "协议编号", partner: "对方", home: "我方地区", partnerPlace: "对方地区", partnerBody: "对方单位全称", group: "片区", signedOn: "签订日期", term: "期限", validFrom: "起", validUntil: "止（这一天起不再有效）", range: "{{from}} 至 {{to}}", state: "状态", quota: "名额", result: "已到岗", dispatched: "其中随车（列）", weGive: "我方提供", theyGive: "对方提供", contact: "对方联系人", contactName: "对方联系人姓名", contactPhone: "对方联系人电话", people: "每年名额（人）", submit: "保存协议", year: "年度", thisYear: "本年名额与结果", people1: "人", noQuota: "没有定名额", share: "完成", occupation: "工种", allOccupations: "全部工种", occupations: "按工种",
    groups: { JJJ: "京津冀", YRD: "长三角", GBA: "粤港澳", SHANXI: "省内县际", OTHER: "其他" }, states: { COMING: "未开始", IN_FORCE: "有效", OVER: "到期", ENDED: "已提前终止" }, kinds: { SIGNED: "签订", EXTENDED: "改到期日", QUOTA_SET: "定名额", ENDED: "提前终止" },
    results: "名额与结果", resultsSays: "协议有效期内，从我方地区到对方地区工作单位到岗的人，从就业台账里数。同一份协议同一年，一个人只算一次。一个人可能同时算在几份协议里，各份相加会大于总人数。", history: "变更记录", seq: "序号", kind: "事项", day: "日期", from: "原来", to: "改为", why: "原因", signedDetail: "{{from}} 至 {{until}}，每年 {{people}} 人", trips: "按这份协议的车次", amend: "变更", extend: "改到期日", newUntil: "新的到期日", setQuota: "定某一年的名额", end: "提前终止", endedOn: "终止日期", reason: "原因", save: "保存", chart: "名额与已到岗", ofQuota: "{{n}} / {{quota}} 人", only: "{{n}} 人",
  },
  station: {
    title: "劳务服务站", says: "到了外地，有事找它。不收钱。", none: "现在没有开着的服务站。", address: "地址", directions: "怎么走", hours: "开门时间", phone: "电话", runBy: "谁办的", place: "在哪里", name: "名称", openFrom: "开办日期", openUntil: "关闭日期", people: "附近我们的人", add: "登记一个服务站", submit: "保存服务站", close: "关闭", closeOn: "从这天起关闭", closeFor: "关闭{{name}}", home: "由哪里管", open: "开着", closed: "{{day}} 起关闭", care: "帮人办的事，记在求助里。", careLink: "去求助与回访", near: "离您上班地方最近的服务站", publicLink: "看公开页面", countSays: "按地区数：在这个地区上班、还在岗的本辖区的人。",
  },
};
