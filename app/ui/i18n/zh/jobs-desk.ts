export const jobsDesk = {
  nav: "后台任务", title: "后台任务", lead: "数据改了以后，还有哪些事没做完；反复失败、先放在一边的；按钟点该做的做了没有。",
  allWell: "没有放在一边的任务。", retried: "已放回 {{n}} 个，后台马上再试。", dashboard: "看任务队列（只看，不在这里改数据）",
  waiting: "正在等的", waitingSays: "每个环节还没做完的通知。数据库里记着，队列清空也不会丢。", waitingNone: "都做完了，没有在等的。", consumer: "环节", count: "在等", setAsideCount: "放在一边", oldest: "最早的等了",
  ago: "{{n}} 秒", agoMinutes: "{{n}} 分钟", agoHours: "{{n}} 小时",
  setAside: "放在一边的", setAsideSays: "试了 8 次都不成，就不再自动试，免得拖住别的。先看错误代码、修好原因，再点“再试”。这里只有编号，没有个人信息。", subject: "对象编号", event: "因为", error: "错误代码", attempts: "试过", since: "从", retry: "再试", retryFor: "再试 {{consumer}} {{subject}}", retryAll: "“{{consumer}}”的 {{n}} 个全部再试", times: "{{n}} 次",
  clock: "按钟点该做的", clockSays: "最近 7 天，每个该做的钟点一格。", schedule: "任务", expected: "该做", done: "做了", failed: "失败", missed: "没做", clockNone: "还没有到第一个钟点。", chart: "{{name}}：该做 {{expected}} 次，做了 {{done}} 次，失败 {{failed}} 次，没做 {{missed}} 次",
  missedSays: "有没做的：看后台进程（workers）那时在不在；启动后会补做这一小时的。", names: { housekeeping: "每小时整理", "nightly-match": "每晚全省匹配", "audit-check": "每天核对审计" }, legendDone: "做了", legendFailed: "失败", legendMissed: "没做", legendDue: "还没到",
};
