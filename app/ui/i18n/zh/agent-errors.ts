export const agentErrors = {
  "village-needed": "请选村（社区）",
  "village-outside": "这个村不在您的辖区，请重新选村",
  "reach-needed": "请选愿意去哪里",
  "consent-first": "没有本人同意不能登记。请念给本人听，同意了点第一条",
  "consent-how-needed": "请选本人是怎么同意的",
  "sheet-needed": "请填授权书上的编号",
  "own-words-unknown": "没认出是哪种活，请换个说法，或者点一个工种",
  "held-elsewhere": "这个身份证号已在别的地方登记，这里不能看也不能改。本人确实住在您的村，请让县人社部门转过来",
  "opening-reason-needed": "请选为什么打开",
  "opening-words-needed": "选“其他”时，请写几个字说明用途",
  "people-needed": "请至少勾一个人",
  "roster-too-long": "人太多了，请分几张打印",
};
