/** The words of the pathway: what each answer of the questionnaire is called in the drawing, the list and the table. */

type Words = Readonly<Record<string, string>>;

/** How somebody comes to the service. */
export const routes: Words = {
  self: "self-referral",
  gp: "GP",
  social_prescriber: "social prescriber",
  school: "school",
  employer: "employer",
  other_professional: "another professional",
  court: "court",
};

/** What a contact is for. */
export const purposes: Words = {
  screening: "Screening",
  assessment: "Assessment",
  second_assessment: "Second assessment",
  allocation: "Allocation",
  first_therapy_session: "First session",
};

/** How a contact takes place. */
export const modes: Words = {
  form_only: "by form: nobody is spoken with",
  telephone: "by telephone",
  video: "by video",
  in_person: "in person",
};

/** Who is met at a contact. */
export const people: Words = {
  administrator: "an administrator",
  pwp: "a psychological wellbeing practitioner",
  assessor: "an assessor, not the therapist",
  allocated_therapist: "the person who will be the therapist",
  multidisciplinary: "people of several professions",
};

/** Whether it is the person of the contact before. */
export const same: Words = { yes: "the same person as before", no: "a different person" };

/** Who decides what is offered. */
export const deciders: Words = {
  algorithm: "offer: decided by a rule or a score",
  service: "offer: decided by the service",
  panel: "offer: decided by a meeting, without the client",
  jointly: "offer: decided together with the client",
  client: "offer: decided by the client",
};

/** How a client comes to have this therapist. */
export const allocations: Words = {
  next_available: "therapist: whoever is free first",
  clinician_choice: "therapist: chosen by staff",
  matched_on_need: "therapist: matched by staff on need",
  matched_with_client: "therapist: matched together with the client",
  client_chooses: "therapist: chosen by the client",
  assessor_continues: "therapist: the person who assessed",
};

/** When people learn how many sessions there are. */
export const sessionNumbers: Words = {
  at_start: "number of sessions: told at the start",
  later: "number of sessions: told as therapy goes on",
  not_told: "number of sessions: not told",
  not_limited: "number of sessions: not limited",
};

/** How somebody can come back after the end. */
export const returns: Words = {
  none: "way back: none",
  re_refer: "way back: a new referral",
  open_door: "way back: people get in touch themselves",
  booster: "way back: follow-up sessions",
};

/** The kinds of therapy. */
export const modalities: Words = {
  cbt: "CBT",
  person_centred: "Person-centred",
  psychodynamic: "Psychodynamic",
  integrative: "Integrative",
  systemic: "Systemic",
  ipt: "IPT",
  emdr: "EMDR",
  couple: "Couple therapy",
  arts: "Arts therapy",
  guided_self_help: "Guided self-help",
  group: "Group",
  digital: "Digital",
};

/** What decides at a gate. */
export const gateKinds: Words = {
  diagnosis: "Diagnosis",
  score_threshold: "Score",
  questionnaire_required: "Questionnaire",
  prior_therapy: "Earlier therapy",
  risk: "Risk",
  eligibility: "Entry rule",
  age: "Age",
  geography: "Area",
  opt_in: "Opting in",
  panel: "Meeting that decides",
  payment: "Payment",
};

/** What a gate can do to somebody. */
export const effects = {
  refuses: "turns people away",
  diverts: "sends people elsewhere",
  prioritises: "changes when people are seen",
  informs: "only helps to plan",
} as const;

/** Who can set a gate aside. */
export const overrides: Words = {
  none: "nobody can set it aside",
  manager: "a manager can set it aside",
  clinician: "a clinician can set it aside",
  client_choice: "the client can set it aside",
};

/** What somebody is given who does not get through. */
export const onward: Words = {
  none: "instead: nothing",
  signposting: "instead: other places are named",
  supported_handover: "instead: help to reach another place",
};

/** The word for an answer, or what to say where it is not stated. */
export function said(words: Words, answer: string | undefined, otherwise: string): string {
  return (answer === undefined ? undefined : words[answer]) ?? otherwise;
}

/** A number that is stated; "unknown" is none. */
export function numberIn(value: number | string | undefined): number | undefined {
  return typeof value === "number" ? value : undefined;
}
