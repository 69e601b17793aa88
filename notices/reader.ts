/** The languages of the app. */
export type Locale = 'en' | 'zh-CN';

/** Who reads the notice, and from where the links lead. */
export interface Reader {
  readonly locale: Locale;
  readonly recipientName: string;
  /** Where the app is found, such as `https://rostrum.example.com`; paths of links are put behind it. */
  readonly publicUrl: string;
  /** IANA name of the recipient's time zone: every date in the notice is shown in it. */
  readonly timeZone: string;
}
