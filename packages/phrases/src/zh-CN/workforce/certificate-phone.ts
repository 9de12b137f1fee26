/** 我的证书 of the phone. */
export const certificatePhone = {
  title: '我的证书',
  empty: '没有登记过证书',
  emptyNext: '有特种作业、特种设备等证书的，请交单位安全员登记。',
  forever: '长期有效',
  review: '{{on}} 前复审',
  validity: '{{on}} 到期',
  photo: '{{item}}的照片',
  photoOpen: '看照片',
  photoClose: '收起照片',
};
