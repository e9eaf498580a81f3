import { columnsOf } from "./columns.ts";

export const personColumns = columnsOf({
  name: ["姓名", "劳动者姓名", "人员姓名", "full name", "person"],
  idNumber: ["身份证号", "身份证", "身份证号码", "公民身份号码", "公民身份证号码", "证件号", "证件号码", "id card", "id no", "resident id", "national id"],
  phone: ["手机号", "手机", "手机号码", "联系电话", "电话", "联系方式", "电话号码", "mobile", "telephone", "contact"],
  sex: ["性别", "gender"],
  homeCity: ["户籍市", "市", "地市", "所在市"],
  homeCounty: ["户籍县", "县", "区县", "县区", "县市区", "户籍区县", "所在县", "county"],
  homeTown: ["乡镇", "镇", "乡", "乡镇街道", "街道", "户籍乡镇", "所在乡镇", "town", "township"],
  homeVillage: ["村", "行政村", "村社区", "社区", "村名", "所在村", "village"],
  home: ["户籍地", "户籍地址", "户籍所在地", "家庭住址", "家庭地址", "住址", "地址", "户口所在地", "home region", "home address", "address", "registered residence"],
  homeCode: ["区划代码", "行政区划代码", "户籍地代码", "region code", "home region code"],
  householdNumber: ["户编号", "户号", "农户编号", "家庭编号", "家庭户编号", "household number", "household no"],
  site: ["安置点", "集中安置点", "安置小区", "搬迁安置点", "安置点名称", "resettlement site"],
  education: ["文化程度", "学历", "教育程度", "education level", "degree"],
  categories: ["人员类别", "人员类型", "户类型", "农户类型", "脱贫属性", "困难类型", "户属性", "类别", "category"],
  povertyLifted: ["是否脱贫户", "脱贫户", "是否脱贫人口", "脱贫人口", "是否建档立卡", "建档立卡", "是否脱贫劳动力", "poverty lifted"],
  monitored: ["监测户", "监测对象", "监测对象类别", "监测类型", "是否监测户", "是否监测对象", "monitored"],
  relocated: ["易地搬迁", "易地扶贫搬迁", "是否易地搬迁", "是否易地扶贫搬迁", "搬迁户", "是否搬迁户", "relocated"],
  labourCapacity: ["劳动能力", "劳动力情况", "劳动技能", "劳动力类型", "labour capacity"],
  canLeave: ["能否外出", "是否能外出", "可否外出", "是否愿意外出", "外出意愿", "can leave"],
  experience: ["工作年限", "工作经验", "从业年限", "work experience"],
  certificateName: ["证书名称", "证书", "职业资格证书", "技能证书", "资格证书", "职业工种", "certificate"],
  certificateLevel: ["证书等级", "技能等级", "等级", "职业技能等级", "certificate level", "level"],
  certificateNumber: ["证书编号", "证书号", "证书号码", "certificate number", "certificate no"],
  certificateIssuer: ["发证机关", "发证机构", "发证单位", "颁发机构", "issuer"],
  certificateDate: ["发证日期", "发证时间", "取证日期", "issued on", "issue date"],
  brands: ["品牌", "劳务品牌", "所属劳务品牌", "brand", "labour brand"],
  skills: ["技能特长", "手艺", "特长", "个人特长", "技术特长", "会什么手艺", "skills", "craft"],
  wishOccupation: ["求职意向", "意向岗位", "意向工种", "意向职业", "期望岗位", "求职岗位", "就业意向", "wished occupation", "wish"],
  wishWage: ["期望薪资", "意向薪资", "期望月薪", "期望工资", "期望待遇", "薪资要求", "wish wage", "expected wage"],
  wishPlace: ["意向地区", "意向就业地", "意向地点", "期望地区", "意向区域", "就业区域", "willing place", "wish place"],
  availableFrom: ["可到岗日期", "到岗时间", "可外出时间", "available from"],
});

/** Column names for messages about fields. */
export const PERSON_FIELD_NAMES = {
  name: "姓名 name", idNumber: "身份证号 resident ID", phone: "手机号 phone", sex: "性别 sex", homeCity: "市 city", homeCounty: "县 county", homeTown: "乡镇 town",
  homeVillage: "村 village", home: "户籍地 home", homeCode: "区划代码 region code", householdNumber: "户编号 household number", site: "安置点 resettlement site", education: "文化程度 education", categories: "人员类别 categories",
  povertyLifted: "脱贫户 poverty lifted", monitored: "监测户 monitored", relocated: "易地搬迁 relocated", labourCapacity: "劳动能力 labour capacity",
  canLeave: "能否外出 can leave", experience: "工作年限 experience", certificateName: "证书名称 certificate", certificateLevel: "证书等级 level",
  certificateNumber: "证书编号 certificate number", certificateIssuer: "发证机构 issuer", certificateDate: "发证日期 issued on", brands: "劳务品牌 brand",
  skills: "手艺 skills", wishOccupation: "意向岗位 wished occupation", wishWage: "期望薪资 wished wage", wishPlace: "意向地区 wished place", availableFrom: "可到岗日期 available from",
} as const;

export type PersonField = keyof typeof PERSON_FIELD_NAMES;
