import { defineWords, type Word } from './words.ts';

export const datesWords = defineWords('dates', {
  date: ['{month}月{day}日 {weekday}', '{weekday} {day} {monthName}'],
  dateWithYear: ['{year}年{month}月{day}日 {weekday}', '{weekday} {day} {monthName} {year}'],
  month: ['{year}年{month}月', '{monthName} {year}'],
  deadline: ['{date} {time}前', '{date}, before {time}'],
  moment: ['{date} {time}', '{date}, {time}'],
  today: ['今天', 'Today'],
  tomorrow: ['明天', 'Tomorrow'],
  dayAfterTomorrow: ['后天', 'In 2 days'],
  inDays: ['{days} 天后', 'In {days} {days:day|days}'],
  yesterday: ['昨天', 'Yesterday'],
  dayBeforeYesterday: ['前天', '2 days ago'],
  daysAgo: ['{days} 天前', '{days} {days:day|days} ago'],
  overdueToday: ['今天已超期', 'Overdue since today'],
  overdueDay: ['超期 1 天', '1 day overdue'],
  overdueDays: ['超期 {days} 天', '{days} {days:day|days} overdue'],

  missing: ['请填写日期', 'Please enter a date'],
  shape: ['“{text}”不是日期，请写成 1990-01-02 这样', '“{text}” is not a date; please write it like 1990-01-02'],
  noSuchDay: ['没有“{text}”这一天，请核对月和日', 'There is no such day as “{text}”; please check month and day'],
  ambiguous: [
    '“{text}”看不出哪是年、哪是月，请写成四位年份在前的 1990-01-02',
    'It is not clear which part of “{text}” is the year or the month; please write it with a four-digit year first, like 1990-01-02',
  ],
  noDay: [
    '“{text}”缺少月或日，请补成 1990-01-02 这样',
    '“{text}” has no month or no day; please complete it, like 1990-01-02',
  ],
  tooEarly: ['日期早于 {bound}，请核对年份', 'This date is before {bound}; please check the year'],
  tooLate: ['日期晚于 {bound}，请核对年份', 'This date is after {bound}; please check the year'],
});

/** 周日 … 周六. */
export const weekdayWords: readonly Word[] = Object.values(
  defineWords('weekdays', {
    sunday: ['周日', 'Sun'],
    monday: ['周一', 'Mon'],
    tuesday: ['周二', 'Tue'],
    wednesday: ['周三', 'Wed'],
    thursday: ['周四', 'Thu'],
    friday: ['周五', 'Fri'],
    saturday: ['周六', 'Sat'],
  }),
);

/** The names of the months in English; Chinese numbers them. */
export const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** The characters that stand behind year, month and day in a written date. */
export const dateMarks = { year: '年', month: '月', day: '日号' } as const;
