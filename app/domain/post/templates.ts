import type { Education, SkillLevel } from "../terms.ts";

/** A post's text to start from, for the trades most sought. Pay, place and numbers are the employer's to fill in. */
export interface PostTemplate {
  occupationCode: string;
  title: string;
  description: string;
  hoursPerDay: number;
  daysPerWeek: number;
  educationMin: Education;
  certOccupationCode?: string;
  certLevel?: SkillLevel;
}

const template = (occupationCode: string, title: string, work: string, more: Partial<PostTemplate> = {}): PostTemplate => ({
  occupationCode, title, description: `${work}\n上班：每天8小时，每周休息日按公司安排，加班按规定付加班费。\n工资：按月足额发放，写明发薪日。\n食宿、保险：照实写清楚。`,
  hoursPerDay: 8, daysPerWeek: 5, educationMin: "NONE", ...more,
});

export const POST_TEMPLATES: readonly PostTemplate[] = [
  template("6-18-02-04", "电焊工", "工作：按图纸焊接钢结构件，会二保焊或氩弧焊，做完清理焊渣、自检尺寸。", { certOccupationCode: "6-18-02-04" }),
  template("6-29-01-01", "砌筑工", "工作：在工地砌墙、抹灰，按图放线，注意高处作业安全，公司发安全帽和安全带。"),
  template("6-29-01-04", "钢筋工", "工作：下料、绑扎钢筋，看得懂配筋图，服从现场安全要求。"),
  template("6-29-01-07", "建筑小工", "工作：搬运材料、清理现场、给师傅打下手，没有经验可以教。"),
  template("4-10-01-05", "养老护理员", "工作：照顾老人起居，协助进食、洗漱、翻身、散步，记录身体情况，有事及时报告。", { certOccupationCode: "4-10-01-05" }),
  template("4-10-01-06", "家政服务员", "工作：打扫、做饭、洗衣、照看老人或孩子，按雇主家的习惯来，尊重隐私。"),
  template("4-07-05-01", "保安员", "工作：门岗值守、巡逻、登记来访，遇事先报告。须持保安员证，没有的公司免费送培。"),
  template("4-03-02-01", "中式烹调师", "工作：按菜单炒菜、备料、管好灶台卫生，懂食品安全要求，须有健康证，办证费用由单位承担。"),
  template("4-02-02-02", "货车司机", "工作：按路线送货、装卸交接、每天检查车辆。驾照等级按车型写明，油费过路费由公司出。"),
  template("6-05-01-03", "缝纫工", "工作：平车、拷边，按样衣做工序活，计件或计时写清楚单价，没有经验可以学。"),
  template("6-20-01-01", "装配钳工", "工作：按图纸装配、调试机器，会用量具，做好记录。"),
  template("6-30-05-05", "挖掘机司机", "工作：操作挖掘机土方开挖、装车、平整，班前班后检查保养，服从现场指挥。"),
  template("4-02-05-01", "装卸工", "工作：装车、卸车、码货，用叉车或手推车，注意搬运安全。"),
  template("4-09-08-01", "保洁员", "工作：办公楼、楼道和卫生间的日常清洁，垃圾分类收运，工具由公司提供。"),
  template("4-03-02-05", "餐厅服务员", "工作：摆台、点单、上菜、收台，对客人有礼貌，须有健康证，办证费用由单位承担。"),
  template("6-31-01-03", "电工", "工作：厂区用电设备安装、巡检和维修，持有效的电工作业证，按规程操作。"),
];
