import { defineWords } from '#shared/words';

export const words = defineWords('attachments', {
  title: ['附件', 'Attachments'],
  aboutUpload: ['上传一个附件，提交前只有自己可见', 'Uploads a file; until it is sent only its uploader sees it'],
  aboutUploadAnonymous: ['匿名上传一张图片或一段文本，不记录任何身份信息', 'Uploads a picture or a text without any trace of the person'],
  aboutOpen: ['打开一个附件', 'Opens a file'],
  aboutThumbnail: ['打开一张图片的缩略图', 'Opens the thumbnail of a picture'],
  aboutDiscard: ['删除一个还没有提交的附件', 'Removes a file that was not sent yet'],
  noBody: ['没有收到文件内容，请重新选择文件。', 'No file arrived; please choose it again.'],
});
