export const operators = {
  title: "机构账号", says: "培训机构、品牌单位的人用这个账号管自己的班和成员。密码由本人凭短信里的链接设置，工作人员不经手。这里只列所在地、培训机构和品牌都归您管的账号。",
  none: "还没有机构账号。", noneSays: "在下面给一家培训机构或一个劳务品牌开第一个账号，对方会收到短信。",
  name: "姓名或岗位", nameHint: "如：李老师、教务处", username: "用户名", usernameHint: "4 到 40 个小写字母、数字、点、短横或下划线，字母开头。登录时用它。", phone: "手机号", phoneHint: "设置密码的链接发到这里，不保存完整号码",
  body: "培训机构", noBody: "不管培训", brand: "劳务品牌", noBrand: "不管品牌", place: "为谁工作", nowhere: "还没有分给机构或品牌", home: "所在地", state: "状态", last: "最近一次邀请", open: "打开",
  add: "开一个机构账号", submit: "开账号，发短信", opened: "账号开好了，设置密码的短信已发出。", invited: "新的链接已发出，原来的作废。", placed: "已改。", closed: "账号已停用，登录着的都已退出。", reopened: "账号已恢复。没有密码的，请再发一次邀请。",
  states: { CLOSED: "已停用", ACTIVE: "在用", INVITED: "等对方设密码", LAPSED: "链接过期，请再邀请" },
  sent: "{{at}}发到 {{phone}}", until: "有效到 {{at}}", used: "已用来设置密码", over: "已作废或过期", neverSent: "没有发过",
  again: "再发一次链接", againSays: "没收到、过期了或忘了密码，就再发一次。对方设好新密码后，原来登录着的都会退出。", againSubmit: "发短信",
  change: "改为谁工作", changeSubmit: "保存", close: "停用账号", closeSays: "人走了就停用。办过的事都保留。", closeSubmit: "停用", reopen: "恢复账号", reopenSubmit: "恢复", reason: "原因", reasonHint: "记入审计，60 字以内",
  bodyAccounts: "开账号", brandAccounts: "开新账号",
  invite: {
    title: "设置密码", heading: "设置您的密码", says: "您为{{place}}工作，用户名是 {{username}}。设好密码就能登录。", password: "密码", hint: "至少 8 个字符，不要用用户名", submit: "保存密码", done: "密码设好了。现在用用户名 {{username}} 登录。", signIn: "去登录",
    gone: "这个链接打不开了", goneSays: "它已经用过、过了 72 小时，或被新的链接代替了。请给开账号的人社部门打电话，让他们再发一次。已经设过密码的，直接登录。",
  },
};
