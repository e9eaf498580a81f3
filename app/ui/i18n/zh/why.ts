import type { ScorePart } from "#app/domain/matching/score.ts";
import type { Cause, RunGap } from "#app/domain/matching/why.ts";

export const why = {
  title: "推荐的理由", headingOffered: "为什么推荐“{{title}}”", headingNot: "为什么没有推荐“{{title}}”", headingEmployer: "为什么推荐{{name}}",
  person: "{{name}}，家在{{home}}", asOf: "按{{day}}的情况计算", forBureau: "下面是给本人看的话，可以照着解释。", forEmployer: "只写与这个岗位有关的理由。", seePost: "看岗位", answer: "说明",
  cause: {
    proposed: "已经推荐给您了，等您答复。",
    accepted: "您已接受这个岗位。",
    declined: "推荐过，您谢绝了。",
    refused: "有 {{n}} 条规则不允许：",
    full: "名额已满。由系统推荐、已接受的有 {{people}} 人，匹配度最低 {{lowest}}，最高 {{highest}}。",
    "not-in-run": "还没有一次匹配看过现在的情况。",
    "earlier-help": "帮扶有先后：先市场岗位，再帮扶车间和以工代赈，公益性岗位兜底。已经给您找到：",
    "other-proposal": "一个人一次只推荐一个岗位。给您的是：",
    outranked: "名额给了排在前面的人。还剩 {{openings}} 个名额，有 {{people}} 人在前，匹配度最低 {{lowest}}，最高 {{highest}}；您是 {{score}}，排在第 {{rank}}。",
    "next-run": "按现在的情况您够格。可能上次匹配以后情况变了，或者差别小到在那次证明的误差之内。下一次匹配会再看。",
  } satisfies Record<Cause, string>,
  declinedFor: "当时的原因：{{reason}}", answerOffer: "去答复", seeProgress: "看进展", goHome: "到“我的”",
  gap: {
    "no-run": "您家乡还没有做过匹配，下一次就会考虑。", "person-new": "您是上次匹配以后才登记的，下一次就会考虑。",
    "person-changed": "您的意向或证书在上次匹配以后变过，下一次按新的算。", "post-new": "这个岗位是上次匹配以后才发布或修改的，下一次就会考虑。",
  } satisfies Record<RunGap, string>,
  otherScores: "匹配度 {{score}}，这个岗位是 {{mine}}。", otherScore: "匹配度 {{score}}。", otherState: "{{state}}。", otherLower: "那个分数低一些：这样分，所有人合起来更合适，或者这里的名额给了更合适的人。",
  equal: "其中 {{n}} 人和您同分。同分时监测户在前，其余按固定的次序，不看性别和年龄。", takenDirectly: "另有 {{n}} 人自己报名，占了名额。",
  score: "匹配度怎么来的", scoreSays: "{{score}} 分，满分 1000。不看性别、年龄和帮扶类别。", brandMember: "这是“{{brand}}”劳务品牌的岗位，品牌成员排在前面，再比分数。您是成员。", brandOther: "这是“{{brand}}”劳务品牌的岗位，品牌成员排在前面，再比分数。您还不是有效成员。", part: "哪一样", points: "您的分", most: "最多", mean: "别人平均", more: "比您高的",
  parts: { occupation: "工种对口", wage: "工资合意", distance: "离家远近", certificate: "证书", brand: "劳务品牌", housing: "住宿", experience: "经验" } satisfies Record<ScorePart, string>,
  othersSays: "“别人”是已得到或占着这个岗位名额的 {{n}} 人，只给人数和平均分，不说是谁；不到 3 人的不给平均分。", fits: "合适的地方",
  steps: "差一步", stepsSays: "只改一样，别的不变，照规则重新算过。", stepsNone: "没有哪一样是单独改了就行的。",
  step: {
    seeking: "在“我的意向”里勾上“我在找工作”", available: "现在就能去", trade: "在意向里添上工种“{{occupation}}”",
    certificate: "考下{{occupation}}{{level}}证书", certificateAny: "考下{{occupation}}证书，不限等级", renew: "把过期的{{occupation}}{{level}}证书复审好",
    distance: "愿意再远 {{more}} 公里，最远 {{to}} 公里", place: "愿意去{{place}}", wage: "每月少要 {{less}} 元，最低 {{to}} 元", housing: "不包住也去",
  },
  stepAhead: "匹配度会是 {{score}}，排得上。", stepAllowed: "就可以去了，匹配度会是 {{score}}。", stepBehind: "规则就允许了，匹配度会是 {{score}}，但仍排在名额上的人后面。", editWish: "修改意向", classes: "看“{{occupation}}”正在报名的培训班", training: "考证书可以先问当地人社部门有没有免费培训，电话 12333。",
  named: "名额上的人", namedSays: "只列本辖区的人，姓名已遮挡，每次查看都有记录。不要告诉别的求职者。", name: "姓名", home: "家在", status: "状态",
  run: "最近一次匹配：{{at}}。", link: "看打分和完整说明", linkNot: "为什么没推荐给我？", linkEmployer: "看理由",
};
