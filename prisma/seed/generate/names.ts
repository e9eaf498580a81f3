import type { Sex } from "#app/domain/terms.ts";
import { type Random, weighted } from "./random.ts";

/** Family names as frequent as in Shanxi, roughly, in parts per thousand. */
const SURNAMES = weighted<string>([
  ["王", 108], ["李", 85], ["张", 92], ["刘", 62], ["赵", 48], ["杨", 36], ["郭", 34], ["高", 27], ["武", 18], ["任", 16], ["韩", 16],
  ["陈", 16], ["马", 16], ["郝", 15], ["白", 13], ["薛", 13], ["乔", 11], ["康", 10], ["贾", 12], ["梁", 13], ["宋", 11], ["孙", 12],
  ["田", 11], ["樊", 8], ["贺", 8], ["冯", 9], ["闫", 12], ["段", 9], ["曹", 8], ["崔", 8], ["徐", 8], ["董", 8], ["范", 7], ["吴", 9],
  ["周", 8], ["秦", 7], ["侯", 7], ["史", 7], ["牛", 7], ["常", 7], ["苏", 6], ["尹", 5], ["孟", 5], ["温", 5], ["申", 6], ["程", 6],
  ["卫", 4], ["裴", 4], ["靳", 4], ["弓", 2], ["令狐", 1],
]);

/** Given names by how old their bearer is: before 1975, before 1990, later. */
const GIVEN: Record<Sex, readonly [readonly string[], readonly string[], readonly string[]]> = {
  M: [
    ["建国", "保平", "爱军", "拴柱", "建军", "志强", "国强", "建平", "俊生", "福生", "明亮", "润生", "贵生", "文生", "海生", "占军", "有才", "春生", "满堂", "计平", "双喜", "来福", "天亮", "金柱"],
    ["伟", "军", "勇", "强", "斌", "刚", "建斌", "志刚", "晓东", "永强", "海军", "艳军", "鹏", "飞", "晋生", "瑞军", "志伟", "文斌", "小军", "亚军", "利军", "宏伟"],
    ["浩", "宇", "杰", "鑫", "凯", "帅", "晋鹏", "泽宇", "嘉豪", "子健", "文博", "志远", "晨阳", "旭", "佳伟", "俊杰", "博", "磊", "航", "天宇"],
  ],
  F: [
    ["秀英", "桂花", "爱莲", "改改", "秀兰", "玉梅", "翠英", "桂兰", "巧玲", "润香", "爱梅", "变花", "月英", "金莲", "秀珍", "凤英", "改梅", "玉兰", "喜梅", "拉弟", "引弟", "果叶"],
    ["丽", "艳", "芳", "红", "霞", "艳红", "丽娟", "海燕", "晓燕", "俊梅", "瑞芳", "慧", "玲", "彩霞", "晓丽", "雪梅", "春燕", "利红", "小玲", "文娟"],
    ["婷", "雪", "敏", "静", "欣怡", "佳慧", "雅婷", "思雨", "梦瑶", "晓彤", "晋芳", "文静", "倩", "颖", "洁", "瑞雪", "璐", "佳", "宇婷", "晓雯"],
  ],
};

export function drawSurname(random: Random): string {
  return random.weighted(SURNAMES);
}

/** A made-up given name such as people of that sex and birth year bear. */
export function drawGivenName(random: Random, sex: Sex, birthYear: number): string {
  const [old, middle, young] = GIVEN[sex];
  return random.pick(birthYear < 1975 ? old : birthYear < 1990 ? middle : young);
}
