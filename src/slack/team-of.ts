/** The workspace a request comes from; in an organisation's install the team is on the person. */
export function teamOf(body: { team: { id: string } | null; user: { team_id?: string } }): string {
  return body.team?.id ?? body.user.team_id ?? ''
}
