/** Answers that ask for a role and seem to name a person. A name is told by what it lacks: no word of a role. */
import type { Audit } from "../core/audit.ts";
import { path as written } from "./check.ts";
import type { Disagreement } from "./disagreement.ts";

/** Words of roles and of the teams and places that hold them. One of two capitalised words is enough. */
const words = new Set(
  `access accountant admin administration administrator administrators admissions advice adviser advisor advocate affiliate
  ambassador analyst area assessment assessor assistant associate audit auditor authority bereavement board body branch
  bursar business caldicott care carer caseload caseworker centre chair chairperson chaplain charity chief children
  childrens clerk client clients clinic clinical clinician coach college commercial commissioner commissioning committee
  communications community compliance consultant contact contract contracts coordinator corporate council counselling
  counsellor county crisis data dean department deputy development digital director district diversity division doctor
  duty east education employee employment engagement equality evaluation executive facilities faculty family finance
  founder freedom general governance governor governors group guardian head health help hospice hospital housing human
  impact improvement inclusion independent information intake integrated intelligence interim internal involvement joint
  lead leader learning liaison local locality manager management managing matron medical member mental midlands national
  network north northern nurse nursing office officer operations operational outcomes outreach owner panel participation
  partner partnerships pastoral pathway patient people peer performance personal physician policy practice practitioner
  president primary principal privacy professional programme project protection provost psychiatrist psychological
  psychologist psychotherapist psychotherapy public quality reception receptionist records recovery referral referrals
  region regional registered registrar relations representative research researcher resources responsible safeguarding
  safety school schools second secondary secretary self senior service services site social sole south southern speak
  specialist staff strategy student students supervising supervision supervisor support systems talking team tech
  technical technology therapies therapist therapy training transformation treasurer trust trustee trustees tutor unit
  university up vice volunteer volunteering volunteers warden web welfare wellbeing west western worker workforce
  workplace young youth`.split(/\s+/),
);

/** Two words or three that begin with a capital, as names do. */
const capitalised =
  /\p{Lu}[\p{Ll}'’-]+(?:-\p{Lu}\p{Ll}+)?(?: (?:\p{Lu}\.? )?\p{Lu}[\p{L}'’-]*\p{Ll}(?:-\p{Lu}\p{Ll}+)?)+/gu;

/** Warnings for answers that ask for a role and look like a name; the name is not repeated. */
export function roles(audit: Audit): Disagreement[] {
  const { service, evidence, exceptions, actions } = audit;
  const asked: readonly (readonly [pointer: string, answer: string | undefined])[] = [
    ["/audit/completed_by_role", audit.audit.completed_by_role],
    ...(evidence ?? []).map(({ held_by }, index) => [`/evidence/${index}/held_by`, held_by] as const),
    ...(exceptions ?? []).map((one, index) => [`/exceptions/${index}/agreed_by_role`, one.agreed_by_role] as const),
    ...(actions ?? []).map(({ owner_role }, index) => [`/actions/${index}/owner_role`, owner_role] as const),
  ];
  const known = () =>
    new Set([service.name, service.region, service.commissioner, ...namesOf(audit)].flatMap((name) => wordsIn(name)));
  return asked.flatMap(([pointer, answer = ""]) => {
    const names = [...answer.matchAll(capitalised)].filter(([found]) =>
      wordsIn(found).every((word) => !words.has(word) && !known().has(word)),
    );
    if (names.length === 0) return [];
    const message = `${written(pointer)}: this looks like a person's name`;
    return [{ pointer, severity: "warning", message, hint: 'name the role: "Clinical lead"' }];
  });
}

/** Names of therapies and gates may stand in a role: "EMDR lead". */
function namesOf({ therapies, gates }: Audit): (string | undefined)[] {
  return [...(therapies ?? []), ...(gates ?? [])].map(({ name }) => name);
}

function wordsIn(text = ""): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}
