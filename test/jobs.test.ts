import { expect, test } from "vitest";
import { type JobRole, jobsOfRoles, roleOfJob } from "../src/jobs.ts";

/**
 * Every job of one real crew of 170 entries, with the role it counts for. Null: it counts for none on
 * purpose, because it assists, manages, supplies or thanks.
 */
const realCrew: Record<string, Record<string, JobRole | null>> = {
  Art: {
    "Art Designer": "art-direction",
    "Art Direction": "art-direction",
    "Concept Artist": null,
    "Production Design": "production-design",
    Props: null,
    "Set Decoration": "set-decoration",
  },
  Camera: {
    "Assistant Camera": null,
    "Camera Car": null,
    "Camera Operator": "camera-operator",
    "Director of Photography": "cinematography",
    Grip: null,
    "Key Grip": null,
    "Still Photographer": null,
    'Third Assistant "A" Camera': null,
  },
  "Costume & Make-Up": {
    "Costume Assistant": null,
    "Costume Design": "costume-design",
    Costumer: null,
    "Makeup & Hair": "make-up",
    "Special Effects Makeup Artist": "make-up",
  },
  Crew: {
    "CG Supervisor": "visual-effects",
    "Special Effects": "special-effects",
    "Stunt Coordinator": "stunts",
    Stunts: "stunts",
    Thanks: null,
    Translator: null,
  },
  Directing: {
    "Assistant Director": "assistant-director",
    Director: "director",
    "First Assistant Director": "assistant-director",
    "Script Supervisor": null,
    "Second Unit Director": "additional-directing",
    "Third Assistant Director": "assistant-director",
  },
  Editing: {
    "Assistant Editor": null,
    "Digital Intermediate": null,
    "Digital Intermediate Producer": null,
    Editor: "editor",
  },
  Lighting: {
    "Lighting Artist": "lighting",
    "Lighting Director": "lighting",
    "Lighting Supervisor": "lighting",
  },
  Production: {
    "Co-Executive Producer": "executive-producer",
    "Co-Producer": "producer",
    "Data Management Technician": null,
    "Executive Producer": "executive-producer",
    "Executive Producer's Assistant": null,
    "Line Producer": "producer",
    Producer: "producer",
    "Production Manager": null,
    "Production Supervisor": null,
    "Unit Production Manager": null,
  },
  Sound: {
    "Boom Operator": "sound",
    "Dialogue Editor": "sound",
    "Dolby Consultant": null,
    "Foley Artist": "sound",
    "Foley Editor": "sound",
    Orchestrator: null,
    "Original Music Composer": "composer",
    "Production Sound Mixer": "sound",
    "Sound Editor": "sound",
    "Sound Effects Designer": "sound",
    "Sound Supervisor": "sound",
    "Supervising ADR Editor": "sound",
    "Theme Song Performance": "songs",
    Vocals: "songs",
  },
  "Visual Effects": {
    "3D Supervisor": "visual-effects",
    Animation: "visual-effects",
    "Animation Supervisor": "visual-effects",
    "CGI Director": "visual-effects",
    "Compositing Artist": "visual-effects",
    "Compositing Lead": "visual-effects",
    "Compositing Supervisor": "visual-effects",
    "Lead Animator": "visual-effects",
    "Matchmove Supervisor": "visual-effects",
    "Matte Painter": "visual-effects",
    "Simulation & Effects Artist": "visual-effects",
    "Special Effects Supervisor": "special-effects",
    "VFX Artist": "visual-effects",
    "VFX Editor": "visual-effects",
    "VFX Supervisor": "visual-effects",
    "Visual Effects Director": "visual-effects",
    "Visual Effects Producer": "visual-effects",
    "Visual Effects Production Assistant": null,
    "Visual Effects Supervisor": "visual-effects",
  },
  Writing: {
    Adaptation: "screenplay",
    Screenplay: "screenplay",
    Story: "writer",
  },
};

const everyJob = Object.entries(jobsOfRoles).flatMap(([role, departments]) =>
  Object.values<readonly string[]>(departments)
    .flat()
    .map((job) => ({ job, role })),
);

test.each(Object.entries(realCrew))("the jobs of a real crew, %s", (_, jobs) => {
  const given = Object.keys(jobs).map((job) => [job, roleOfJob.get(job) ?? null]);
  expect(Object.fromEntries(given)).toEqual(jobs);
});

test("other units and assistants are not taken for the head of a department", () => {
  expect(roleOfJob.get("Second Unit Director of Photography")).toBe("camera-operator");
  expect(roleOfJob.get("Assistant Art Director")).toBeUndefined();
  expect(roleOfJob.get("Costume Supervisor")).toBeUndefined();
});

test("what a film is based on is original work, its own story is not", () => {
  const sources = ["Novel", "Short Story", "Original Story", "Theatre Play", "Characters"];
  expect(sources.map((job) => roleOfJob.get(job))).toEqual(sources.map(() => "original-writer"));
  expect(["Story", "Screenstory"].map((job) => roleOfJob.get(job))).toEqual(["writer", "writer"]);
});

test("no job stands under two roles", () => {
  const repeated = [...Map.groupBy(everyJob, ({ job }) => job).values()].filter(
    (entries) => entries.length > 1,
  );
  expect(repeated).toEqual([]);
  expect(everyJob.length).toBeGreaterThan(200);
});

test("the key of each role can stand in an address", () => {
  for (const role of Object.keys(jobsOfRoles)) expect(role).toMatch(/^[a-z]+(-[a-z]+)*$/);
});
