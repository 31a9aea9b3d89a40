/** The steps of the form: in which order its questions are asked, and which of them the short way leaves out. */

/** One step: some of the audit's sections, with what helps to answer them. */
export interface Step {
  /** The step's place in the address. */
  readonly id: string;
  readonly title: string;
  /** What to have at hand, in a sentence. */
  readonly says: string;
  readonly sections: readonly string[];
}

/** Nine steps of three or four minutes each, for somebody who knows the service. */
export const steps: readonly Step[] = [
  {
    id: "service",
    title: "The service and this audit",
    says: "Who you are, and which months your answers are about.",
    sections: ["service", "audit"],
  },
  {
    id: "getting-in",
    title: "Getting in and waiting",
    says: "Have the waiting-time figures for the period to hand.",
    sections: ["access", "waits", "waiting"],
  },
  {
    id: "gates",
    title: "Gates",
    says: "Every point at which somebody can be turned away, sent elsewhere or moved in the queue. Have the access policy open.",
    sections: ["gates_complete", "gates"],
  },
  {
    id: "assessment",
    title: "Assessment and allocation",
    says: "What happens from the first contact to a first session. The assessment policy and its forms answer most of this.",
    sections: ["assessment", "allocation"],
  },
  {
    id: "agreement",
    title: "Preferences and agreement",
    says: "What people are asked for, and what is agreed with them. Have the client agreement and the privacy notice open.",
    sections: ["preferences", "contracting"],
  },
  {
    id: "therapies",
    title: "Therapies",
    says: "Each kind of therapy that you give, and how far people can choose between them.",
    sections: ["therapies", "choice_of_therapy"],
  },
  {
    id: "during",
    title: "During therapy",
    says: "Missed sessions, the relationship, and how you ask how it is going.",
    sections: ["attendance", "relationship", "feedback"],
  },
  {
    id: "endings",
    title: "Endings, inclusion and the people behind it",
    says: "How therapy ends, how each person is met, and what therapists are given. The training log and the supervision policy help.",
    sections: ["endings", "diversity", "workforce", "governance"],
  },
  {
    id: "evidence",
    title: "Evidence and plan",
    says: "What your answers rest on, and what you mean to change. Three or four lines of evidence are enough; actions are best written after the first report.",
    sections: ["evidence", "exceptions", "actions", "notes"],
  },
];

/** The sections that the short way asks besides what every audit needs. */
export const shortWay: ReadonlySet<string> = new Set([
  "waits",
  "gates_complete",
  "gates",
  "assessment",
  "preferences",
  "contracting",
  "therapies",
  "attendance",
  "feedback",
  "endings",
]);
