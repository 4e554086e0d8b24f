/** Makes an asynchronous function answer each question once. What failed may be asked again. */
export function remember<Answer>(
  ask: (question: string) => Promise<Answer>,
): (question: string) => Promise<Answer> {
  const answers = new Map<string, Promise<Answer>>();
  return (question) => {
    let answer = answers.get(question);
    if (!answer) {
      answer = ask(question);
      answers.set(question, answer);
      answer.catch(() => answers.delete(question));
    }
    return answer;
  };
}
