import { defineWords } from '#shared/words';

export const words = defineWords('backup', {
  exists: ['文件 {file} 已经存在；请换一个文件名，或先把它移走。', 'The file {file} exists already; take another name or move it away first.'],
  cannotWrite: ['不能写入 {file}（{why}）；请检查文件夹是否存在、磁盘是否有空间。', '{file} cannot be written ({why}); check that its folder exists and the disk has room.'],
  cannotRead: ['不能读取 {file}（{why}）；请检查文件名。', '{file} cannot be read ({why}); check its name.'],
  notBackup: ['{file} 不是娘家的备份文件；请选对文件。', '{file} is not a backup of Niangjia; choose the right file.'],
  damaged: ['备份文件 {file} 已损坏（{where}）；请用另一份备份，什么都没有写入。', 'The backup {file} is damaged ({where}); use another one. Nothing was written.'],
  newer: ['这份备份来自更新的版本（{migration}）；请先把本系统升级到那个版本再恢复。', 'This backup comes from a newer version ({migration}); bring this installation up to that version and restore then.'],
  inUse: ['本系统正在使用这个数据库；请先停止它，再恢复。', 'The database is in use by a running Niangjia; stop it first, then restore.'],
  usage: ['用法：npm run cli -- {usage}', 'Usage: npm run cli -- {usage}'],
  made: [
    '已备份到 {file}：{tables} 张表、{rows} 行、{files} 个文件。',
    'Backed up to {file}: {tables} {tables:table|tables}, {rows} {rows:row|rows}, {files} {files:file|files}.',
  ],
  withKeys: ['其中含有密钥：拿到这个文件的人能看到全部内容，请妥善保管。', 'It holds the keys: whoever has this file can read everything. Keep it safe.'],
  withoutKeys: [
    '其中没有密钥；请把数据文件夹里的 keys.json（或 NIANGJIA_KEY）另存一处，没有它就打不开身份证号、手机号等敏感内容。要一起备份请加 --with-keys。',
    'It does not hold the keys; keep keys.json of the data folder (or NIANGJIA_KEY) in another place: without it ID and phone numbers cannot be opened. To put the keys in, add --with-keys.',
  ],
  restored: [
    '已从 {file}（{at}）恢复：{tables} 张表、{rows} 行、{files} 个文件。',
    'Restored from {file} ({at}): {tables} {tables:table|tables}, {rows} {rows:row|rows}, {files} {files:file|files}.',
  ],
  jobsSkipped: ['有 {n} 个等待中的后台任务是本版本不认识的，没有恢复。', '{n} waiting {n:job is|jobs are} unknown to this version and were not restored.'],
  notEmpty: ['数据库里已有数据（{table}）；只能恢复到空的数据库，请换一个数据文件夹或新建一个数据库。', 'The database holds data already ({table}); a backup goes into an empty one only. Use a new data folder or a new database.'],
  filesNotEmpty: ['文件夹 {folder} 里已有文件；只能恢复到空的文件夹，请换一个数据文件夹。', 'The folder {folder} holds files already; a backup goes into an empty one only. Use a new data folder.'],
  otherKey: [
    '备份里的敏感内容是用另一把密钥加密的；请先把备份时的 keys.json 放进数据文件夹（或用 NIANGJIA_KEY 给出密钥）再恢复。',
    'The sealed fields of this backup need the key they were sealed with; put its keys.json into the data folder (or give the key in NIANGJIA_KEY) and restore then.',
  ],
});
