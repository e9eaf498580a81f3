export const style = {
  title: "设计规范", heading: "设计规范", says: "像一份印得好的公报：白纸、墨字；松绿是可以办的，赭黄是数出来的，红色只用于危险。", colours: "颜色", type: "字号", controls: "按钮与表单", content: "内容", charts: "图表", ink: "墨", pine: "松绿", loess: "赭黄", danger: "警示", paper: "纸", sample: "示例数据",
};
