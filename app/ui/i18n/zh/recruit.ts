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
  search: { agency: "包括中介代招", agencyOn: "含中介代招", agencyLegend: "中介" },
};
