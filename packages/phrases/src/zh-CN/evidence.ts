import type { EvidenceRefusal, PhotoSize } from '@changming/domain/evidence';

export const refusals = {
  'evidence.not_found': '未找到该照片，或它不在您的管辖范围内',
  'evidence.not_arrived': '照片还没有上传完成',
  'evidence.id_taken': '该照片编号已被使用，请重新拍照',
  'evidence.unit_missing': '请指明照片属于哪个单位',
  'evidence.too_large': '单张照片不能超过 15 MB',
  'evidence.hash_differs': '照片内容与申报的校验值不一致，请重新上传',
  'evidence.size_differs': '照片大小与申报的不一致（收到 {bytes} 字节），请重新上传',
  'evidence.not_a_photo': '只接受 JPEG、PNG、WebP 格式的照片',
  'evidence.disguised': '该文件混有照片以外的内容，不能上传',
  'evidence.unreadable': '照片已损坏或不完整，请重新拍照',
  'evidence.too_many_pixels': '照片像素过大（{width}×{height}），请降低分辨率后再传',
  'evidence.not_yours': '只能上传自己申报的照片',
  'evidence.wrong_offset': '照片应从第 {received} 字节接着传',
  'evidence.past_end': '传来的内容超出了申报的大小（{bytes} 字节），请重新上传',
} satisfies Record<EvidenceRefusal, string>;

export const sizes = { thumb: '缩略图', view: '浏览图', original: '原图' } satisfies Record<PhotoSize, string>;
