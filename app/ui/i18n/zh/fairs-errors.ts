export const fairsErrors = {
  "fair-region": "请选本省的市或县", "fair-title": "请写名称，至少 4 个字", "fair-kind": "请选现场、网上或两样都有", "fair-place": "现场招聘会请写场地", "fair-address": "现场招聘会请写地址，至少 4 个字", "fair-says": "请写几句说明，至少 4 个字", "fair-booths": "展位数在 1 到 1000 之间", "fair-drive": "这个活动不管这个地区，请另选或不选",
  "fair-time-passed": "开始时间要在现在以后", "fair-too-far": "开始时间最远在一年以内", "fair-ends-first": "结束要在开始之后，至少半小时，最长 60 天", "fair-outside-drive": "时间要在活动期内：{{from}} 至 {{to}}", "fair-booths-given": "已定到 {{n}} 号展位，展位数不能再少",
  "fair-step": "这场招聘会现在不能走这一步，请看最新状态", "fair-reason": "请写取消的原因，至少 4 个字", "fair-no-booth": "还没有定下的展位，先批准展位再开场", "fair-too-early": "开始前 3 小时以内才能开场", "fair-time-over": "已过了结束时间，不能再开场：请改时间或取消", "fair-not-begun": "还没到开始时间，不能散场；不办了请取消",
  "fair-not-open": "招聘会还没开场", "fair-closed": "招聘会已散场，不能再登记。以后的录用请走岗位页面", "fair-cancelled": "招聘会已取消", "fair-over": "这场招聘会已结束或取消，请看别的场次", "fair-not-coming": "您没有说要来这场，或已经到过",
  "fair-posts-needed": "请至少选一个岗位", "fair-posts-many": "一个展位最多 30 个岗位", "fair-posts-open": "只能选本单位正在招的岗位，请重新选", "fair-tick": "请填人数，-1000 到 1000，不能是 0", "fair-below-nought": "减多了：人数不能少于 0，请看现在的数",
  "fair-who": "请输入 9 位到场码、手机号或身份证号", "fair-code-unknown": "这场招聘会没有这个到场码，请对照手机再输", "fair-person-unknown": "本地区的登记里没有这个人：请登记，或请他出示到场码", "fair-person-several": "这个手机号有几个人用，请输入身份证号", "fair-post-needed": "请选岗位", "fair-post-not-shown": "这个岗位不在本场的展位上，请从列表里选",
  "booth-number": "展位号在 1 到 1000 之间", "booth-number-high": "这场只有 {{n}} 个展位", "booth-number-taken": "这个号已定给别的单位，请换一个", "booth-none-left": "展位已定完，请增加展位数或请单位下次来", "booth-reason": "请写不批准的原因，至少 4 个字", "booth-employer": "这个单位没有通过核验，先核验单位", "booth-step": "这个展位已退出或没有批准，不能再改", "booth-has-hired": "这个展位已有人被录用，不能退出", "booth-post-hired": "已有人被录用的岗位不能去掉",
  "drive-name": "请写活动名称，至少 4 个字", "drive-days": "最后一天不能早于第一天，最长一年", "drive-known": "本地区已有这个名称的活动，请看列表",
};
