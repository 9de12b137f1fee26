/** 手机没有网络的时候：待发送的记录、离线看到的内容、扫码 */
export const here = {
  line: '没有网络。照常填写，内容存在手机里，联网后自动发送。',
  asOf: '离线内容，截至 {{at}}',
};

export const outbox = {
  link: '待发送 {{count}} 条',
  title: '待发送',
  lead: '存在这部手机上，联网后自动发送，关掉浏览器也不会丢。',
  now: '马上发送',
  drafts: '没有填完',
  refusedTitle: '需要您处理',
  refusedLead: '服务器没有接收。内容都在，可以改了再发，也可以复制出去。',
  arrivedTitle: '今天已送达',
  others: '这部手机上还有 {{count}} 条同事的记录待发送，等本人登录后自动发送。',
  waiting: '等待发送',
  draft: '未提交',
  sending: '正在发送 …',
  refused: '未被接收',
  arrived: '已送达',
  again: '再试一次',
  edit: '打开修改',
  open: '查看',
  copy: '复制文字',
  copied: '文字已复制',
  photos: '看照片',
  photo: '照片',
  drop: '删除',
  dropTitle: '删除这条记录？',
  dropNote: '还没有送达的文字和照片会从这部手机上删除，找不回来。',
  cancel: '取消',
  count: '第 {{tries}} 次没有成功',
};

export const because = {
  line: '网络不通，稍后自动再发',
  busy: '服务器忙，稍后自动再发',
  fault: '服务器出错，稍后自动再发',
  signedOut: '等您重新登录后自动发送',
  photos: '照片还没有传完，稍后自动接着传',
};

export const refusedBy = {
  photoLost: '手机里的照片已被浏览器清掉，文字还在。请重新拍照上报。',
  unknownKind: '这个版本打不开这条记录，请更新后再试。',
};

export const receipt = {
  words: '文字',
  photos: '照片 {{arrived}}/{{of}}',
  stored: '已存入手机',
  storedNote: '现在没有网络。联网后自动发送，不用再操作，关掉页面也不要紧。',
  unkeptNote: '这部手机存不下，请不要关闭这一页，联网后自动发送。',
  now: '马上发送',
  leave: '先做别的',
  claimLater: '请现在就抄下查询码。联网送达后，凭它可以看处理情况。',
};

export const keeping = {
  unpromised: '浏览器没有答应长期保存。把“长明”添加到主屏幕，记录会更稳妥；待发送的请尽早联网。',
  full: '手机存储已满，刚才的内容只在这一页里，关掉就没有了。请不要关闭，先删些照片或视频腾出空间，再点“再存一次”；有网络时也可以马上发送。',
  again: '再存一次',
  refused: '这个浏览器不保存内容（无痕模式或不是安全连接），关掉页面就没有了。请换普通窗口打开。',
  blocked: '长明在另一个标签页里还开着旧版本，这里暂时存不下。请关掉其他标签页。',
};

export const update = {
  ready: '有新版本',
  take: '更新',
  taking: '正在换上新版本 …',
  late: '新版本还没换上，旧版本还有东西没传完。可以接着用，换好了这一页会自己重新打开，填的都在。',
  unwritten: '这一页里有内容还没存进手机，更新会丢。请先联网发送。',
};

export const offlineStart = {
  title: '没有网络，还不能登录',
  next: '这部手机上没有登录着的人。请到有网络的地方登录一次，之后没有网络也能用。',
};

export const scanner = {
  open: '扫码',
  title: '扫现场铭牌',
  lead: '把二维码放进框里。',
  photo: '拍一张来认',
  reading: '正在辨认 …',
  notFound: '没有找到二维码，请靠近一些再拍。',
  notOurs: '这不是长明的铭牌：{{text}}',
  noCamera: '相机没有打开，可以拍一张照片来认。',
  unavailable: '辨认程序没有下载完，请联网后再试，或输入铭牌上的编号。',
};

export const plate = {
  unknown: '没有网络，名称联网后核对',
  open: '这里未销号的隐患 {{count}} 条',
};

export const open = { tab: '未销号', empty: '范围内没有未销号的隐患', emptyNext: '有新的隐患会出现在这里。' };
