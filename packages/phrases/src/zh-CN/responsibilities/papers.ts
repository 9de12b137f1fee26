/** 责任书与签订情况 on paper. */
export const papers = {
  sheet: '责任书签订情况',
  title: '{year}年度安全生产责任书',
  issuedBy: '下达人：{issuer}',
  signed: '责任人：{person}　　签订日期：{on}（系统内签订）',
  unsigned: '责任人（签字）：　　　　　　　　日期：',
  hash: '文本指纹（SHA-256）：{sha256}',
  pages: '第 {page} 页，共 {pages} 页',
  columns: {
    unit: '单位',
    staffNo: '工号',
    person: '责任人',
    post: '岗位',
    issuer: '下达人',
    state: '状态',
    cause: '缘由',
    owedFrom: '应签起始日',
    dueOn: '签订期限',
    signedOn: '签订日期',
    verdict: '考核结果',
    endedOn: '失效日期',
  },
};
