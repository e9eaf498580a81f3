export const rulesErrors = {
  "rule-past-year": "往年已经结束，规则最早从今年 1 月 1 日起", "rule-same-day": "这一天已经有一条规则起效，请换一天", "rule-unchanged": "和现在的规则一样，不用加", "rule-drafted-already": "已经有人拟了同一天起的草案，请在草案里看", "rule-not-typed": "这一项不能在这里填",
  "rule-value-yuan": "请填金额，如 1800 或 1800.50", "rule-value-number": "请填整数", "rule-value-categories": "请至少勾选一类人员", "rule-value-month-days": "请填两个月日，先起后止，如 11-01 11-15", "rule-value-codes": "请填代码，用逗号分开",
  "document-needed": "请填文号或通知名称", "source-needed": "请写依据", "article-form": "第几条只写数字", "four-eyes": "不能启用自己拟的草案，请另一位工作人员启用", "rule-not-simulated": "这条规则会动到钱：请先测算它管的整个地区，看过影响再启用", "rule-moves-nothing": "没有补贴按这一项算，测算没有结果", "year-to-come": "这一年还没有到",
  "claim-not-open": "现在还不够条件，请看“还差什么”", "claim-already": "这项补贴已经申请过了", "claim-days-needed": "请填培训了多少天", "claim-days-most": "最多 {{most}} 天", "claim-step": "这件申请已经办过了，请看现在的进度", "claim-four-eyes": "这件是您自己审核的，请另一位工作人员发放", "claim-paid-most": "不能超过 {{most}} 元", "claim-no-longer": "按现在的台账已不够条件，不能通过；请核实后不通过或联系本人",
  "watch-not-placed": "台账里没有正在进行的就业，不能按“已就业”办结", "watch-no-welfare-post": "台账里没有公益性岗位，不能这样办结", "watch-choose-owner": "请选一位管这个村的工作人员", "watch-note": "请写几个字，说明做了什么", "watch-result": "请选一个结果", "watch-closed": "这件案子已经办结",
  "workshop-name": "请写车间全称", "workshop-product": "请写做什么产品", "workshop-known": "这个乡镇已经登记过同名的车间", "township-needed": "请选乡镇", "workshop-closed": "车间已停办", "workshop-too-few": "那天在岗 {{have}} 人（要 {{need}} 人），脱贫占比 {{share}}%（要 {{needShare}}%），不够认定条件", "workshop-recognised-that-day": "这一天已经认定过", "workshop-not-recognised-then": "这一天没有在有效期内的认定，不用撤销；当天认定的从第二天起才能撤销",
  "startup-name": "请写店名或厂名", "startup-business": "请写做什么", "startup-open": "这个人已经有一家在营业的登记，请改那一条", "startup-closed-day": "停业日期要在开业之后、今天之前",
};
