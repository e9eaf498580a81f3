export const workfareErrors = {
  "yuan-form": "金额不对，写成 150 或 150.50", "places-needed": "至少勾一个村", "places-one-county": "一个项目只能在一个县", "days-order": "完工不能早于开工", "works-too-long": "工期太长，最多三年", "approved-after-start": "批复应该在开工以前",
  "funds-needed": "至少填一种资金", "rolls-outside-works": "已有名册在这个工期以外，先看名册", "project-known": "同名同文号的项目已经登记过", "project-name-short": "项目名称至少四个字", "changed-meanwhile-shown": "您打开以后别人改过，请看现在的内容，再决定",
  "awarded-already": "施工单位已经定了", "awarded-before-approval": "不能早于批复日期", "award-above-funds": "合同金额不能超过财政资金", "contractor-needed": "选一个施工单位，或者填队名", "team-name-short": "队名至少四个字", "award-first": "先定施工单位", "works-over": "工程已完，不能再招人",
  "negotiation-not-allowed": "按规定这个项目要招标：只有原深度贫困县的扶贫专业工队（规定有效期内）和小工程可以议标", "award-reason-needed": "议标要写明理由", "team-size-needed": "请填队里几个人", "team-local-above-size": "本地群众不能比队里的人多",
  "crew-person-unknown": "没有查到：姓名和身份证号要和登记的一样，而且家在本辖区", "crew-member-already": "已经在队伍里了", "crew-leaves-by-ledger": "岗位招来的人，请在就业台账里登记离岗，名额才会空出来", "day-outside-works": "不在工期里", "roll-to-come": "还没到那一天", "roll-overlaps": "和第 {{nr}} 号名册的日期重了",
  "day-outside-roll": "有的日期不在这张名册里", "not-of-crew": "有人不在队伍里", "day-sent-twice": "同一天填了两次，请刷新再试", "roll-closed": "名册已结，只有县乡工作人员可以更正", "correction-reason": "更正要写明原因", "roll-number-needed": "请填纸质名册的编号", "roll-moved-on": "您打开以后名册又改过，请看一遍再签",
  "roll-empty": "名册还是空的", "roll-chain-broken": "名册的记录被改动过，不能结。请报告县里查清", "signature-foreman": "还差带班人签字", "signature-representative": "还差群众代表签字",
  "roll-day-to-come": "{{name}} {{day}}：还没到那一天", "roll-day-twice": "{{name}} {{day}}：同一天记了两次", "roll-day-overfull": "{{name}} {{day}}：加上别处的，一天的时间超了",
  "roll-day-taken-welfare": "{{name}} {{day}}：公益性岗位已记了一整天，不能再算一整天", "roll-day-taken-ranger": "{{name}} {{day}}：护林员考勤已记了一整天，不能再算一整天", "roll-day-taken-pv": "{{name}} {{day}}：光伏岗考勤已记了一整天，不能再算一整天", "roll-day-taken-workfare": "{{name}} {{day}}：另一张以工代赈名册已记了一整天", "roll-day-taken-job": "{{name}} {{day}}：上班的单位已记了一整天",
  "rolls-held": "第 {{nr}} 号名册被改动过，不能发。请点开名册查清", "funds-below-award": "资金不能少于已定的合同金额", "paid-before-file": "不能早于公示期满",
  "nothing-due": "没有要发的：名册都没结，或者都在发放表里了", "sheet-approved-already": "发放表已经批准，不能再改", "sheet-four-eyes": "自己做的表不能自己批，请另一位工作人员批准", "sheet-not-approved": "还没批准，不能给银行", "publicity-runs": "公示期还没满", "no-payable-line": "没有能发的人：请先看账户", "no-line-sent": "没有已送银行的", "line-not-sent": "这个人还没有送银行",
  "bank-name-short": "请填开户银行", "account-own-name": "只能填您本人名下的账户", "wage-owed": "您还有以工代赈的报酬没发完。发完再注销，或者先和县里说清楚",
};
