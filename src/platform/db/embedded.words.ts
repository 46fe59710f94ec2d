import { defineWords } from '#shared/words';

export const words = defineWords('database', {
  noBinaries: [
    '没有适合本机（{platform}）的内嵌 PostgreSQL；请安装 PostgreSQL 15 或更新的版本，并用 DATABASE_URL 指明它的地址。',
    'There is no embedded PostgreSQL for this machine ({platform}); install PostgreSQL 15 or newer and give its address in DATABASE_URL.',
  ],
  binariesFail: [
    '内嵌 PostgreSQL 在本机不能运行（{why}）；请用 DATABASE_URL 指明另一个 PostgreSQL 15 或更新的版本。',
    'The embedded PostgreSQL does not run on this machine ({why}); give the address of another PostgreSQL 15 or newer in DATABASE_URL.',
  ],
  notMade: ['数据库建不起来（{why}）；请看 {log}。', 'The database could not be made ({why}); see {log}.'],
  notStarted: ['数据库没有启动起来（{why}）；请看 {log}。', 'The database did not start ({why}); see {log}.'],
  otherVersion: [
    '数据文件夹里的数据库是 PostgreSQL {found} 建的，本版本用的是 {wanted}；请用原来的版本备份，再在新的数据文件夹里恢复。',
    'The database in the data folder was made by PostgreSQL {found}; this version uses {wanted}. Back it up with the version it was made by and restore it into a new data folder.',
  ],
  otherOwner: [
    '数据文件夹 {folder} 属于另一位用户；请用那位用户启动，或用 DATA_DIR 另指一个文件夹。',
    'The data folder {folder} belongs to another user; start as that user, or name another folder in DATA_DIR.',
  ],
});
