import { stayOutside } from "./sign-up.ts";
import { isSuccess } from "./answer.ts";
import type { World } from "./world.ts";

/** Statuses by which those who came too late may be refused or put off. */
const tooLate = [400, 403, 404, 409, 410, 422, 425, 429, 503];

/** Judges that of many who sign up with one token at the same moment one becomes a merchant, and no other. */
export async function raceForToken(world: World, count: number): Promise<void> {
  const { token } = await world.given.invite();
  const applicants = Array.from({ length: count }, () => world.given.applicant());
  const answers = await world.together(count, (api, i) => api.visitor.signUp(token, applicants[i]?.body));
  world.expect.twins(answers).toAcceptOne(...tooLate);
  const refused = applicants.filter((_, i) => {
    const answer = answers[i];
    return answer !== undefined && answer.status !== 0 && !isSuccess(answer);
  });
  await stayOutside(world, refused.slice(0, 4));
}

/** Judges that of many equal sign-ups with a token each one is accepted. */
export async function raceOfDuplicates(world: World, count: number): Promise<void> {
  const tokens = await invitesFor(world, count);
  const { body } = world.given.applicant();
  const answers = await world.together(count, (api, i) => api.visitor.signUp(tokens[i] ?? "", body));
  world.expect.twins(answers).toAcceptOne(409, 425, 429, 503);
}

async function invitesFor({ given }: World, count: number): Promise<readonly string[]> {
  const tokens: string[] = [];
  for (let i = 0; i < count; i += 1) tokens.push((await given.invite()).token);
  return tokens;
}
