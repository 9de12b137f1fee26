/** 数据接口 of the desk. */
export const desk = {
  title: '数据接口',
};
