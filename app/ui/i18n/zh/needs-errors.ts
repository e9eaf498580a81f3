export const needsErrors = {
  "training-invite": "邀请人数在 1 到 500 之间", "training-need-course": "请选本县这个工种、这个等级的课程；没有就先登记", "training-need-nobody": "名单上的人都有着落了，等下次匹配后再看",
  "training-heard": "请勾选“本人在电话里亲口说的”", "training-not-open-yet": "这个班还没开放报名，开放后再答应", "training-answered": "这个邀请已经答复过了，请看最新状态",
};
