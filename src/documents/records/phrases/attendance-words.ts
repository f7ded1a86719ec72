const ATTENDANCE =
  /^\W{0,3}(?:(?:committee|council|panel|board|members?|councillors|cllrs?|those|also|others?|officers)\s+){0,2}(?:present|in attendance|attendance|attend(?:ing|ed|ees)|absent)\b/i

/** Whether a line begins the list of those who came or stayed away: "Members present:", "Also in attendance". */
export function opensAttendance(text: string): boolean {
  return ATTENDANCE.test(text)
}
