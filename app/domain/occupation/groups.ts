/** The drawers in which people look for a kind of work, in the order of the page. */
export const OCCUPATION_GROUPS = {
  construction: { zh: "建筑装修", en: "Building and decoration" },
  machining: { zh: "焊接与机械加工", en: "Welding and machining" },
  assembly: { zh: "工厂装配与检验", en: "Factory assembly and inspection" },
  garment: { zh: "服装纺织", en: "Garments and textiles" },
  mining: { zh: "煤炭冶金化工", en: "Mining, metals and chemicals" },
  repair: { zh: "电工维修与能源", en: "Electrical, repair and energy" },
  care: { zh: "护理与育婴", en: "Care for the sick, old and young" },
  household: { zh: "家政保洁与保安", en: "Household, cleaning and security" },
  catering: { zh: "餐饮住宿与美容", en: "Food service, lodging and beauty" },
  transport: { zh: "驾驶与物流", en: "Driving and logistics" },
  sales: { zh: "销售与商店", en: "Sales and shops" },
  farming: { zh: "农林牧渔", en: "Farming, forestry and animals" },
  crafts: { zh: "食品与传统手艺", en: "Food making and traditional crafts" },
  office: { zh: "文员财会与管理", en: "Office, accounts and management" },
  technology: { zh: "信息与工程技术", en: "Computing and engineering" },
  education: { zh: "教育医疗与文化", en: "Education, health and culture" },
} as const;

export type OccupationGroup = keyof typeof OCCUPATION_GROUPS;
export const OCCUPATION_GROUP_KEYS = Object.keys(OCCUPATION_GROUPS) as OccupationGroup[];
