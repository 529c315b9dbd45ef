# src/test/docker/run builds this on stand-ins for its two base images, and tries what comes out of it.
FROM maven:3.9-eclipse-temurin-25 AS build
# Java itself, without what the bot does not use.
RUN jlink --add-modules java.base,java.logging,jdk.jfr,java.management,java.net.http,jdk.httpserver \
    --no-header-files --no-man-pages --compress zip-6 --output /opt/jre
WORKDIR /src
COPY pom.xml ./
COPY src ./src
RUN --mount=type=cache,target=/root/.m2 mvn -B -ntp -DskipTests package \
    && mkdir /opt/callbot && mv target/callbot.jar target/lib /opt/callbot
# What Java loads and links for the bot, as it is after that: with this archive it is ready in less than half the time, and
# takes some 10 MB less. It fits only this very Java, these very files, at this very place. Java finds it by the file that names it.
RUN src/main/docker/record /opt/jre/bin/java -XX:AOTCacheOutput=/opt/callbot/callbot.aot \
        -XX:+UseSerialGC -jar /opt/callbot/callbot.jar \
    && echo -XX:AOTCache=/opt/callbot/callbot.aot >/opt/callbot/archive

FROM debian:13-slim
COPY --from=build /opt/jre /opt/jre
COPY --from=build /opt/callbot /opt/callbot
# Without Redis the bot keeps its state in a file: here, so that a volume can keep it. A number, since some that run containers
# want to see that it is not root's.
RUN install -d -m 700 -o 10001 -g 10001 /data
USER 10001:10001
WORKDIR /data
VOLUME /data
EXPOSE 6001
HEALTHCHECK --interval=15s --timeout=3s --start-period=10s \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${PORT:-6001} && printf 'GET /health HTTP/1.0\\r\\n\\r\\n' >&3 && grep -q ' 200 ' <&3"]
# The serial collector needs the least memory (docs/performance.md has the figures of other flags). What Java's compilers have
# used is given back to the system every five seconds. In a container of 512 MB, 70 % for the heap leave room for threads and code.
# Out of memory a bot would live on without hearing anything; so it ends, and is started again.
ENTRYPOINT ["/opt/jre/bin/java", "@/opt/callbot/archive", "-XX:+ExitOnOutOfMemoryError", "-XX:+UseSerialGC", "-XX:TrimNativeHeapInterval=5000", "-XX:MaxRAMPercentage=70", "-jar", "/opt/callbot/callbot.jar"]
